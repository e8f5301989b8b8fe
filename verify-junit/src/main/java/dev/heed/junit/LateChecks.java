package dev.heed.junit;

import dev.heed.verify.scenario.Checks;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Made before the run that it speaks to begins. */
final class LateChecks implements Cancellation {
    private volatile @Nullable Checks checks;

    void use(Checks given) {
        checks = given;
    }

    private Checks checks() {
        Checks given = checks;
        if (given == null) {
            throw new IllegalStateException("only the test method itself may use its Cancellation");
        }
        return given;
    }

    @Override
    public void afterwards(String name, Checks.Check check) {
        checks().afterwards(name, check);
    }

    @Override
    public <T> T boundary(Callable<T> call) throws Exception {
        return checks().boundary(call);
    }
}
