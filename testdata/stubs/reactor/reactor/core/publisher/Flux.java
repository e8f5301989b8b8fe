package reactor.core.publisher;

import java.util.function.Consumer;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;

public abstract class Flux<T> implements Publisher<T> {
    public static native <T> Flux<T> create(Consumer<? super FluxSink<T>> emitter);

    public static native <T> Flux<T> just(T value);

    public native <R> Flux<R> map(Function<? super T, ? extends R> function);

    public native Flux<T> doOnNext(Consumer<? super T> action);

    public native Flux<T> doOnTerminate(Runnable action);

    public native Flux<T> doAfterTerminate(Runnable action);

    public native Flux<T> doOnCancel(Runnable action);

    public native Flux<T> doFinally(Consumer<SignalType> action);

    public native Disposable subscribe();

    public native T blockLast();
}
