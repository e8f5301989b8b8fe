// doFinally runs on a cancel, too.
import java.util.concurrent.locks.StampedLock;
import reactor.core.publisher.Mono;

class FinallyView {
    private final StampedLock lock = new StampedLock();

    Mono<String> read(Mono<String> source) {
        long stamp = lock.readLock();
        return source.doFinally(signal -> lock.unlockRead(stamp));
    }
}
