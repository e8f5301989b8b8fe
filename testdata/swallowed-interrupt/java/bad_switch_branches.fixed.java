// One branch of the switch restores, the default does not.
import java.util.concurrent.TimeUnit;

class Policies {
    enum Policy {
        STRICT,
        LOOSE
    }

    static void pause(Policy policy) {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            switch (policy) {
                case STRICT -> Thread.currentThread().interrupt();
                default -> System.err.println("pause cut short");
            }
        }
    }
}
