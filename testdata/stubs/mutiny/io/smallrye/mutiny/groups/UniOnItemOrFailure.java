package io.smallrye.mutiny.groups;

import io.smallrye.mutiny.Uni;
import java.util.function.BiConsumer;

public abstract class UniOnItemOrFailure<T> {
    public native Uni<T> invoke(BiConsumer<? super T, Throwable> action);
}
