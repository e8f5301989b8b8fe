/** The examples of the rules, compiled: they are what the explorer is held against. */
@NullMarked
package dev.heed.verify.testdata;

import org.jspecify.annotations.NullMarked;
