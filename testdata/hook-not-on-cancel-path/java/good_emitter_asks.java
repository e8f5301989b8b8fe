// The work asks before each value.
import java.util.List;
import java.util.concurrent.Executor;
import reactor.core.publisher.Flux;

class ListFlux {
    static Flux<String> of(List<String> items, Executor executor) {
        return Flux.create(sink -> executor.execute(() -> {
            for (String item : items) {
                if (sink.isCancelled()) {
                    return;
                }
                sink.next(item);
            }
            sink.complete();
        }));
    }
}
