package dev.heed.junit;

import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.Task;
import dev.heed.runtime.explore.Explorer;
import dev.heed.runtime.explore.Scenario;
import dev.heed.runtime.trace.Trace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One test on a loop: the undisturbed run, or one with the task cancelled after a step. */
final class LoopInvocation implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {
    private final LoopInvocations all;
    private final long step;
    private final LoopChecks checks = new LoopChecks();
    private @Nullable Throwable thrown;

    /** @param step 0 for the undisturbed run */
    LoopInvocation(LoopInvocations all, long step) {
        this.all = all;
        this.step = step;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return step == 0 ? "undisturbed" : "cancel after step " + step;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Cancellation.class || type == Loop.class || type == Scenario.Stage.class;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The loop and the stage are made by each run.
        return parameter.getParameter().getType() == Cancellation.class ? checks : null;
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        invocation.skip();
        Scenario scenario = (loop, stage) -> {
            List<Task<?>> handed = new ArrayList<>(1);
            call(method, loop, task -> {
                handed.add(task);
                stage.victim(task);
            });
            // The method need not wait for it: how it ends is what the test is about.
            if (!handed.isEmpty()) {
                Loop.Waited<?> unused = loop.wait(handed, Loop.Until.ALL_DONE);
            }
        };
        if (step == 0) {
            undisturbed(scenario);
        } else {
            Optional<Explorer.Failure> failure = bounded(() -> Explorer.cancelAfter(scenario, step));
            throwOwn();
            if (failure.isPresent()) {
                Explorer.Failure found = failure.get();
                throw new AssertionError("Cancelled after step " + step + ": " + found.problem() + "\n\n"
                        + new Trace(found.trace()).text());
            }
            checks.check();
        }
    }

    private void undisturbed(Scenario scenario) throws Throwable {
        boolean isRight = false;
        try {
            Explorer.Undisturbed run = bounded(() -> Explorer.undisturbed(scenario));
            throwOwn();
            if (run.problem() != null) {
                throw new AssertionError(run.problem());
            } else if (run.steps().isEmpty()) {
                throw new AssertionError("The test has handed no task to its stage that could be cancelled.");
            }
            checks.check();
            all.begun(run);
            isRight = true;
        } finally {
            if (!isRight) {
                all.failed();
            }
        }
    }

    /** A loop that never suspends has no steps: only a bound ends it. */
    private <T> T bounded(Callable<T> run) throws Throwable {
        FutureTask<T> task = new FutureTask<>(run);
        Thread thread = new Thread(task, "heed-loop");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(all.bound().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "The run has not ended within " + all.bound().toMillis() + " ms.");
        } catch (ExecutionException e) {
            throw e.getCause() == null ? e : e.getCause();
        } finally {
            task.cancel(true);
        }
    }

    private void call(ReflectiveInvocationContext<Method> method, Loop loop, Scenario.Stage stage) throws Exception {
        List<Object> arguments = new ArrayList<>(method.getArguments());
        Class<?>[] types = method.getExecutable().getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] == Loop.class) {
                arguments.set(i, loop);
            } else if (types[i] == Scenario.Stage.class) {
                arguments.set(i, stage);
            }
        }
        method.getExecutable().setAccessible(true);
        try {
            method.getExecutable().invoke(method.getTarget().orElse(null), arguments.toArray());
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            if (thrown instanceof Exception checked) {
                throw checked;
            } else if (thrown instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** What the method itself throws is what the test has to say; that main was cancelled while it waited is none of it. */
    private void throwOwn() throws Throwable {
        Throwable own = thrown;
        if (own != null && !(own instanceof CancelledException)) {
            throw own;
        }
    }
}
