package io.smallrye.mutiny;

import io.smallrye.mutiny.groups.UniOnFailure;
import io.smallrye.mutiny.groups.UniOnItemOrFailure;
import io.smallrye.mutiny.groups.UniOnTerminate;

public interface Uni<T> {
    UniOnItemOrFailure<T> onItemOrFailure();

    UniOnTerminate<T> onTermination();

    UniOnFailure<T> onFailure();
}
