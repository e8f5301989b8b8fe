/**
 * The intermediate representation: functions as control-flow graphs with exception edges.
 */
@NullMarked
package dev.heed.engine.ir;

import org.jspecify.annotations.NullMarked;
