package dev.heed.frontend.java.skim;

/** The text is not what a skim can tell apart; the parser must read all of it. */
final class StrangeTextException extends Exception {
    private static final long serialVersionUID = 1;

    StrangeTextException(int position) {
        super("at " + position, null, false, false);
    }
}
