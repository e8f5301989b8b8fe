package reactor.core.publisher;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

public abstract class Mono<T> {
    public static native <T> Mono<T> create(Consumer<MonoSink<T>> emitter);

    public static native <T> Mono<T> just(T value);

    public static native <T> Mono<T> empty();

    public static native <T, D> Mono<T> usingWhen(
            Mono<D> resource,
            Function<? super D, Mono<? extends T>> use,
            Function<? super D, Mono<?>> complete,
            BiFunction<? super D, ? super Throwable, Mono<?>> error,
            Function<? super D, Mono<?>> cancel);

    public native Mono<T> doOnTerminate(Runnable action);

    public native Mono<T> doOnCancel(Runnable action);

    public native Mono<T> doFinally(Consumer<SignalType> action);
}
