// The thread ends there, and nobody asks it anything.
import java.util.concurrent.BlockingQueue;

class EndsAnyway {
    void start(BlockingQueue<Runnable> queue) {
        new Thread() {
            @Override
            @SuppressWarnings("finally")
            public void run() {
                try {
                    while (true) {
                        queue.take().run();
                    }
                } catch (InterruptedException e) {
                    return;
                } finally {
                    System.out.println("worker ends");
                }
            }
        }.start();
    }
}
