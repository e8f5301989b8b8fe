package dev.heed.runtime.conformance;

/** An exception that the oracle's Python raises where a program names what is not there: {@code KeyError} and the like. */
final class PythonError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PythonError(String name) {
        super(name);
    }
}
