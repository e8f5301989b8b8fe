// begin() and end() are two methods: what begin() takes is meant to be held when it returns, or throws to its caller's finally.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

class Transaction {
    private final ReentrantLock lock = new ReentrantLock();
    private final BlockingQueue<String> log;

    Transaction(BlockingQueue<String> log) {
        this.log = log;
    }

    void begin() throws InterruptedException {
        lock.lock();
        log.put("begin");
    }

    void end() {
        log.offer("end");
        lock.unlock();
    }
}
