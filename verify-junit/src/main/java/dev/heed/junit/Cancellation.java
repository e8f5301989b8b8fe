package dev.heed.junit;

import dev.heed.verify.scenario.Checks;
import java.util.concurrent.Callable;

/** What a {@link CancellationTest} may say of itself. */
public interface Cancellation {
    /**
     * This must hold after the undisturbed run and after each one with a cancellation. It is checked when the test method and the
     * threads that it started have come to rest, before {@code @AfterEach}.
     *
     * @param name what holds, for the report: "no money is lost"
     * @param check throws if it does not
     */
    void afterwards(String name, Checks.Check check);

    /**
     * The caller of this is the one that an interrupt is owed to: it must get an exception that means it, or find the status set. What
     * the test does with it from then on is its own business. Without a boundary it is owed to whoever runs the test.
     *
     * @throws Exception what the call throws
     */
    <T> T boundary(Callable<T> call) throws Exception;

    /** Like {@link #boundary(Callable)}, for a call without a result. */
    default void boundary(Action call) throws Exception {
        boundary(() -> {
            call.run();
            return "";
        });
    }

    /** A call without a result. */
    @FunctionalInterface
    interface Action {
        /** Makes it. */
        void run() throws Exception;
    }
}
