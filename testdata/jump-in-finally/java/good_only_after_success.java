// The jump is only taken when nothing was thrown.
import java.util.concurrent.BlockingQueue;

class OnlyAfterSuccess {
    @SuppressWarnings("finally")
    String next(BlockingQueue<String> queue) throws InterruptedException {
        String taken = "";
        boolean done = false;
        try {
            taken = queue.take();
            done = true;
        } finally {
            if (done) {
                return taken;
            }
            System.err.println("nothing taken");
        }
        return "";
    }
}
