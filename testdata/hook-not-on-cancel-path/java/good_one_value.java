// One value that comes late is dropped.
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

class FutureMono {
    static Mono<String> of(CompletableFuture<String> future) {
        return Mono.create(sink -> future.thenAccept(sink::success));
    }
}
