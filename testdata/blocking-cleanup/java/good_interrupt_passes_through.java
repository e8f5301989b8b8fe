// Whoever threw the InterruptedException has cleared the status: the finally may wait.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

class Visitor {
    private final CountDownLatch turn = new CountDownLatch(1);

    void visit(BlockingQueue<String> desk) throws InterruptedException {
        try {
            turn.await();
        } finally {
            desk.put("badge");
        }
    }
}
