package dev.heed.runtime.conformance;

/** What {@code (raise KIND "text")} raises. */
final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final String kind;

    UserError(String kind, String text) {
        super(text);
        this.kind = kind;
    }
}
