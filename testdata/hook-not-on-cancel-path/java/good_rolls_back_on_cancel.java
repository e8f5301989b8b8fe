// A cancel rolls back.
import reactor.core.publisher.Mono;

class SafeTransaction {
    Mono<String> store(Mono<StringBuilder> session, String order) {
        return Mono.usingWhen(
                session,
                open -> Mono.just(open.append(order).toString()),
                this::commit,
                (open, failure) -> rollback(open),
                this::rollback);
    }

    private Mono<?> commit(StringBuilder session) {
        return Mono.just(session);
    }

    private Mono<?> rollback(StringBuilder session) {
        return Mono.empty();
    }
}
