package org.slf4j;

/** The part of slf4j's Logger that the examples use. */
public interface Logger {
    void debug(String message, Object... arguments);

    void info(String message, Object... arguments);

    void warn(String message);

    void warn(String message, Throwable thrown);

    void warn(String message, Object... arguments);

    void error(String message, Throwable thrown);

    void error(String message, Object... arguments);
}
