package dev.heed.verify.scene;

/**
 * What came of a scenario's claim.
 *
 * @param holds whether it holds
 * @param otherwise a sentence that says what happens where it does not
 */
public record Verdict(boolean holds, String otherwise) {

    /** It holds if this does. */
    public static Verdict holdsIf(boolean holds, String otherwise) {
        return new Verdict(holds, otherwise);
    }
}
