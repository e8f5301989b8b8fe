package io.smallrye.mutiny.groups;

import io.smallrye.mutiny.Uni;

public abstract class UniOnTerminate<T> {
    public native Uni<T> invoke(Runnable action);
}
