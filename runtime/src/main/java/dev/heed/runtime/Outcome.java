package dev.heed.runtime;

import org.jspecify.annotations.Nullable;

/**
 * How something ended.
 *
 * @param value what it returned; null if it failed
 * @param failure what it failed with, a {@link CancelledException} if it was cancelled; null if it returned
 * @param <T> the value
 */
public record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {}
