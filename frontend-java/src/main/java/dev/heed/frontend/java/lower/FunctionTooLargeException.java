package dev.heed.frontend.java.lower;

/** The graph of a function grew beyond any sensible size; the function is given up. */
final class FunctionTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FunctionTooLargeException() {
        super("function too large", null, false, false);
    }
}
