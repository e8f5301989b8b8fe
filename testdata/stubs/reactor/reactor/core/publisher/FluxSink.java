package reactor.core.publisher;

import reactor.core.Disposable;

public interface FluxSink<T> {
    FluxSink<T> next(T value);

    void complete();

    void error(Throwable failure);

    boolean isCancelled();

    FluxSink<T> onDispose(Disposable disposable);
}
