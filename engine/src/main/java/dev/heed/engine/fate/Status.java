package dev.heed.engine.fate;

/** What is known of the current thread's interrupt status. */
public enum Status {
    CLEAR,
    SET,
    UNKNOWN
}
