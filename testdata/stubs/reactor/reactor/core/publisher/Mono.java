package reactor.core.publisher;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.reactivestreams.Publisher;

public abstract class Mono<T> implements Publisher<T> {
    public static native <T> Mono<T> create(Consumer<MonoSink<T>> emitter);

    public static native <T> Mono<T> just(T value);

    public static native <T> Mono<T> empty();

    public static native <T, D> Mono<T> usingWhen(
            Publisher<D> resource,
            Function<? super D, ? extends Mono<? extends T>> use,
            Function<? super D, ? extends Publisher<?>> complete,
            BiFunction<? super D, ? super Throwable, ? extends Publisher<?>> error,
            Function<? super D, ? extends Publisher<?>> cancel);

    public native Mono<T> doOnTerminate(Runnable action);

    public native Mono<T> doOnCancel(Runnable action);

    public native Mono<T> doFinally(Consumer<SignalType> action);
}
