// The resource is given back, whatever the end is.
import reactor.core.publisher.Mono;

class PooledSession {
    Mono<String> use(Mono<StringBuilder> session) {
        return Mono.usingWhen(
                session,
                open -> Mono.just(open.toString()),
                this::close,
                (open, failure) -> rollback(open),
                this::close);
    }

    private Mono<?> close(StringBuilder session) {
        return Mono.just(session);
    }

    private Mono<?> rollback(StringBuilder session) {
        return Mono.empty();
    }
}
