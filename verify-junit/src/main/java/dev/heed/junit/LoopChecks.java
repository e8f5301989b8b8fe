package dev.heed.junit;

import dev.heed.verify.scenario.Checks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** What must hold after a run on a loop. */
final class LoopChecks implements Cancellation {
    private final Map<String, Checks.Check> checks = new LinkedHashMap<>();

    @Override
    public void afterwards(String name, Checks.Check check) {
        checks.put(name, check);
    }

    /** On a loop the task is what is cancelled, wherever it is. */
    @Override
    public <T> T boundary(Callable<T> call) throws Exception {
        return call.call();
    }

    /** Throws if something does not hold. */
    void check() throws Throwable {
        for (Map.Entry<String, Checks.Check> check : checks.entrySet()) {
            try {
                check.getValue().run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("It does not hold that " + check.getKey() + ": " + e.getMessage(), e);
            }
        }
    }
}
