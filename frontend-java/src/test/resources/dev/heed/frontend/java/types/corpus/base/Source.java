package base;

import java.io.Closeable;
import java.io.IOException;

public interface Source<T> extends Closeable {
    T next() throws Exception;

    default T nextOr(T other) {
        try {
            return next();
        } catch (Exception e) {
            return other;
        }
    }

    @Override
    default void close() throws IOException {}

    static <E> Source<E> of(E value) {
        return new Source<>() {
            @Override
            public E next() {
                return value;
            }
        };
    }

    interface Listener {
        void onEvent(String event) throws InterruptedException;
    }
}
