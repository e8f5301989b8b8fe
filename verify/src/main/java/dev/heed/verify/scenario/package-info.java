/** What people write to have their code explored. */
@NullMarked
package dev.heed.verify.scenario;

import org.jspecify.annotations.NullMarked;
