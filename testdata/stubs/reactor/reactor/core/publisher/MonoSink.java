package reactor.core.publisher;

public interface MonoSink<T> {
    void success(T value);
}
