package dev.heed.verify.run;

/**
 * A point that a thread came to.
 *
 * @param role the thread: {@link #MAIN} for the scenario's own, else what its first point is
 * @param number the how-manieth point of that thread, from 1
 * @param site the point's site
 * @param occurrence the how-manieth time there, from 1
 * @param deliveredBefore how many cancellations the thread had got by then
 */
public record Reached(String role, int number, int site, int occurrence, int deliveredBefore) {
    /** The scenario's own thread. */
    public static final String MAIN = "T0";
}
