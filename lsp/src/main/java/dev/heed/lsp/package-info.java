/** The language server: findings, their pages and fixes in editors. */
@NullMarked
package dev.heed.lsp;

import org.jspecify.annotations.NullMarked;
