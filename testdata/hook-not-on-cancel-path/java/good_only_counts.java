// Nothing is held: the end is only told.
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import reactor.core.publisher.Flux;

class CountedFlux {
    private final AtomicLong ended = new AtomicLong();
    private final Logger log;

    CountedFlux(Logger log) {
        this.log = log;
    }

    Flux<String> read(Flux<String> source) {
        return source.doOnTerminate(ended::incrementAndGet).doAfterTerminate(() -> log.info("read"));
    }
}
