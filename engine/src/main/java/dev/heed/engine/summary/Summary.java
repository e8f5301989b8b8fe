package dev.heed.engine.summary;

import java.util.List;

/**
 * What calling a function of the project does to a cancellation.
 *
 * @param escapes signals that may leave it, one for each type
 * @param mayThrowUnseen whether it may throw more than that: it makes calls of which too little is known
 * @param touchesStatus whether it, or something that it calls, may set or clear the thread's interrupt status
 * @param setsFlags whether it, or something that it calls on the same object, writes constants to fields of its object
 * @param waits whether it, or something that it calls, reacts to a set interrupt status by not waiting
 * @param returns whether it can return at all; false if it always throws, never ends, or ends the process
 * @param throwsWhenItDoesNotReturn types of the exceptions that it throws explicitly, if it never returns
 * @param restoredReturns how it may catch an interrupt, restore the status, and return as if nothing had happened
 * @param restoredThrows how it may catch an interrupt, restore the status, and throw something that is no signal
 */
public record Summary(
        List<Escape> escapes,
        boolean mayThrowUnseen,
        boolean touchesStatus,
        boolean setsFlags,
        boolean waits,
        boolean returns,
        List<String> throwsWhenItDoesNotReturn,
        List<RestoredReturn> restoredReturns,
        List<RestoredThrow> restoredThrows) {

    /** Of a function of which nothing is known but its contract. */
    public static final Summary NONE =
            new Summary(List.of(), false, false, false, false, true, List.of(), List.of(), List.of());

    /** Of a function that could not be analyzed. */
    public static final Summary UNKNOWN =
            new Summary(List.of(), true, false, false, false, true, List.of(), List.of(), List.of());

    public Summary {
        escapes = List.copyOf(escapes);
        throwsWhenItDoesNotReturn = List.copyOf(throwsWhenItDoesNotReturn);
        restoredReturns = List.copyOf(restoredReturns);
        restoredThrows = List.copyOf(restoredThrows);
    }
}
