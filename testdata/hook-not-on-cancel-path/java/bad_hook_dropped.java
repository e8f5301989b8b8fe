// The hook is added to a pipeline that nobody uses.
import reactor.core.publisher.Flux;

class TickerFeed {
    Flux<String> feed(Flux<String> ticks, Runnable unsubscribe) {
        ticks.doOnCancel(unsubscribe); // heed: hook-not-on-cancel-path "The result of 'doOnCancel' is dropped"
        return ticks;
    }
}
