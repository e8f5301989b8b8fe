// Somebody else knows the emitter, and may ask it.
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

class OpenFlux {
    static Flux<String> from(Consumer<FluxSink<String>> source) {
        return Flux.create(sink -> source.accept(sink));
    }

    static Flux<String> now() {
        return Flux.create(sink -> {
            sink.next("now");
            sink.complete();
        });
    }
}
