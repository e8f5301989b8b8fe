package dev.heed.junit;

import dev.heed.verify.Baseline;
import dev.heed.verify.Exploring;
import dev.heed.verify.Goal;
import dev.heed.verify.Trial;
import dev.heed.verify.run.Program;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.TestAbortedException;

/** One test: the undisturbed run, or one with a cancellation. The method runs in a thread of its own, which may be cancelled. */
final class CancellationInvocation implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {
    private final Exploration exploration;
    private final @Nullable Goal goal;
    private final LateChecks checks = new LateChecks();

    CancellationInvocation(Exploration exploration, @Nullable Goal goal) {
        this.exploration = exploration;
        this.goal = goal;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return goal == null ? "undisturbed" : goal.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cancellation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return checks;
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        ClassLoader loader = method.getTargetClass().getClassLoader();
        Program program = sink -> {
            exploration.switchboard().connect(sink);
            return new Program.Prepared(loader, given -> {
                checks.use(given);
                try {
                    invocation.proceed();
                } catch (Throwable e) {
                    thrown.set(e);
                    throw e;
                }
            });
        };
        if (goal == null) {
            undisturbed(program, thrown);
        } else {
            disturbed(program, goal);
        }
    }

    private void undisturbed(Program program, AtomicReference<@Nullable Throwable> thrown) throws Throwable {
        Baseline baseline = exploration.begin(program);
        Throwable failure = thrown.get();
        if (failure != null || !baseline.problem().isEmpty()) {
            exploration.failed();
            throw failure == null ? new AssertionError(baseline.problem()) : failure;
        }
    }

    private void disturbed(Program program, Goal where) throws InterruptedException, ReflectiveOperationException {
        Exploring.Delivered delivered = exploration.deliver(program, where);
        Trial trial = delivered.trial();
        switch (trial.verdict()) {
            case PASSED -> {
                // All that was asked for held.
            }
            case FAILED -> throw new CancellationFailedError(trial);
            case NOT_REACHED -> throw new TestAbortedException("this run did not come to the point");
            case NOTHING_TO_CANCEL -> throw new TestAbortedException("the future was done already");
        }
    }
}
