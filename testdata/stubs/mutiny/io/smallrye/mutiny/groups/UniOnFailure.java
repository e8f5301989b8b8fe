package io.smallrye.mutiny.groups;

import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

public interface UniOnFailure<T> {
    Uni<T> invoke(Consumer<Throwable> callback);

    Uni<T> invoke(Runnable callback);
}
