// The lock stays taken after a cancel.
import java.util.concurrent.locks.StampedLock;
import reactor.core.publisher.Mono;

class LockedView {
    private final StampedLock lock = new StampedLock();

    Mono<String> read(Mono<String> source) {
        long stamp = lock.readLock();
        return source.doFinally(signal -> lock.unlockRead(stamp));
    }
}
