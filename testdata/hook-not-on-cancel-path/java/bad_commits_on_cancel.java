// A client that goes away halfway commits half of the order.
import reactor.core.publisher.Mono;

class OrderTransaction {
    interface Session {
        Mono<String> store(String order);
    }

    Mono<String> store(Mono<Session> session, String order) {
        return Mono.usingWhen(
                session,
                open -> open.store(order),
                this::commit,
                (open, failure) -> rollback(open),
                this::commit); // heed: hook-not-on-cancel-path "A cancel runs 'commit' here"
    }

    private Mono<?> commit(Session session) {
        return Mono.just(session);
    }

    private Mono<?> rollback(Session session) {
        return Mono.empty();
    }
}
