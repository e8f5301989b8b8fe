// The wait in the finally is reached only with a failure on its way, which then ends the loop around it.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

class EventLoops {
    private final ExecutorService[] children = new ExecutorService[8];

    void open(Supplier<ExecutorService> factory) {
        for (int i = 0; i < children.length; i++) {
            boolean success = false;
            try {
                children[i] = factory.get();
                success = true;
            } catch (RuntimeException e) {
                throw new IllegalStateException("failed to create a child", e);
            } finally {
                if (!success) {
                    for (int j = 0; j < i; j++) {
                        children[j].shutdown();
                    }
                    for (int j = 0; j < i; j++) {
                        try {
                            while (!children[j].isTerminated()) {
                                children[j].awaitTermination(1, TimeUnit.DAYS);
                            }
                        } catch (InterruptedException interrupted) {
                            Thread.currentThread().interrupt();
                            break;
                        }
                    }
                }
            }
        }
    }
}
