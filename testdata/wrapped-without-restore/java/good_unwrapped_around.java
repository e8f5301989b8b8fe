// The wrapper only carries the interrupt out of the lambda's signature; the method around it throws the cause.
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

class CarriedOut {
    private static <T> T privileged(Supplier<T> action) {
        return action.get();
    }

    int run(CountDownLatch ready) throws Exception {
        try {
            return privileged(() -> {
                try {
                    ready.await();
                    return 0;
                } catch (InterruptedException e) {
                    throw new RuntimeException(e);
                }
            });
        } catch (RuntimeException e) {
            throw (Exception) e.getCause();
        }
    }
}
