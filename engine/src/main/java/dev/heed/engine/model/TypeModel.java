package dev.heed.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * What an exception type says of a cancellation.
 *
 * @param type binary name
 * @param signal the kind of signal that an exception of this type is, or null: it is none, though a supertype may be
 *     ({@code SocketTimeoutException})
 * @param statusWhenThrown the thread's interrupt status just after a library call has thrown it
 * @param isCarrier whether callers treat it as a cancellation, so that throwing it passes the signal on (Kafka's
 *     {@code InterruptException})
 * @param constructorRestores whether constructing one sets the thread's interrupt status
 */
public record TypeModel(
        String type,
        @Nullable Signal signal,
        StatusWhenThrown statusWhenThrown,
        boolean isCarrier,
        boolean constructorRestores) {

    /** The interrupt status that a thrower leaves behind. */
    public enum StatusWhenThrown {
        CLEAR,
        SET,
        UNKNOWN
    }
}
