package dev.heed.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test that is run undisturbed, then once for each point at which a cancellation may arrive, as a test of its own, with the
 * cancellation delivered there. It fails where something does not hold afterwards: the interrupt is swallowed, a lock stays taken, a
 * stream open, a thread waits for ever, and so on.
 *
 * <p>The method may have a {@link Cancellation} as parameter. It must come to the same points each time it is run. Points are calls in
 * classes that lie in directories, as a build leaves them, not in jars.
 *
 * <p>A method with a {@code dev.heed.runtime.Loop} and a {@code dev.heed.runtime.explore.Scenario.Stage} as parameters runs as the main
 * task of such a loop, in virtual time. It hands a task to the stage, and there is a test for each step of the loop, after which
 * that task is cancelled: it must end, and not as if nothing had been.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(CancellationExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("dev.heed.junit")
public @interface CancellationTest {
    /** Whether there are also tests with a second cancellation, at each of the first points after the first one. */
    boolean twice() default false;

    /** How many milliseconds a run may take; one that takes longer never ends. */
    long boundMillis() default 2_000;

    /** Whether only the test's own thread is cancelled, not those that it starts. */
    boolean onlyTestThread() default false;

    /**
     * Whether it matters, too, what people are told: an error in the log that does not name the cancellation fails the test, and an
     * exception that does not lead back to it.
     */
    boolean diagnoses() default false;

    /** Exceptions that mean cancellation to whoever gets them, beyond the JDK's. */
    Class<? extends Throwable>[] carriers() default {};
}
