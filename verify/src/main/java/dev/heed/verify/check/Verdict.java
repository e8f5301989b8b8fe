package dev.heed.verify.check;

/** What running the code says to a finding. */
public enum Verdict {
    /** A run shows it: there is a witness. */
    CONFIRMED("confirmed"),
    /** The cancellation was delivered there, and all held that the finding says does not. */
    NOT_REPRODUCED("not reproduced"),
    /** Nothing is known: the place was not reached, or could not be run. */
    UNCONFIRMED("unconfirmed");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** In words. */
    public String text() {
        return text;
    }

    /** As reports for programs write it: {@code not-reproduced}. */
    public String id() {
        return text.replace(' ', '-');
    }
}
