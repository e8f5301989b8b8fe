package dev.heed.engine.model;

import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.MethodRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs a call of the platform in a thread whose interrupt status is set, and tells what came of it. */
final class InterruptedCalls {
    private static final long GIVE_UP_SECONDS = 20;

    private InterruptedCalls() {}

    /** What a call did. */
    record Outcome(@Nullable Throwable thrown, boolean statusAfter, boolean waited) {}

    /**
     * Calls with the status set.
     *
     * @param call what to call
     * @param release ends the wait of a call that does not react to interrupts; null if the call is expected to come back
     *     without help
     */
    static Outcome run(Callable<?> call, @Nullable Runnable release) throws InterruptedException {
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        Thread worker = new Thread(
                () -> {
                    Thread.currentThread().interrupt();
                    Throwable thrown = null;
                    try {
                        call.call();
                    } catch (Throwable e) {
                        thrown = e;
                    }
                    outcome.set(new Outcome(thrown, Thread.currentThread().isInterrupted(), false));
                },
                "interrupted call");
        worker.setDaemon(true);
        worker.start();
        boolean waited = false;
        if (release != null) {
            waited = waits(worker);
            release.run();
        }
        worker.join(TimeUnit.SECONDS.toMillis(GIVE_UP_SECONDS));
        Outcome found = outcome.get();
        if (found == null) {
            throw new AssertionError("still in the call: " + Arrays.toString(worker.getStackTrace()));
        }
        return new Outcome(found.thrown(), found.statusAfter(), waited);
    }

    /** Whether the thread comes to a wait, rather than to its end. */
    private static boolean waits(Thread worker) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GIVE_UP_SECONDS);
        while (System.nanoTime() < end) {
            switch (worker.getState()) {
                case WAITING, TIMED_WAITING, BLOCKED -> {
                    return true;
                }
                case TERMINATED -> {
                    return false;
                }
                default -> Thread.sleep(1);
            }
        }
        throw new AssertionError("neither waits nor ends: " + Arrays.toString(worker.getStackTrace()));
    }

    /** The public method that a call with these arguments binds to. */
    static Method method(Class<?> type, String name, List<?> arguments) {
        List<Method> fitting = Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.size() && !m.isBridge())
                .filter(m -> fits(m.getParameterTypes(), arguments))
                .toList();
        if (fitting.size() != 1) {
            throw new IllegalArgumentException(type + " " + name + " " + arguments + ": " + fitting);
        }
        return fitting.get(0);
    }

    private static boolean fits(Class<?>[] parameters, List<?> arguments) {
        for (int i = 0; i < parameters.length; i++) {
            Object argument = arguments.get(i);
            boolean fits = parameters[i].isPrimitive()
                    ? (parameters[i] == long.class && argument instanceof Long)
                            || (parameters[i] == int.class && argument instanceof Integer)
                            || (parameters[i] == boolean.class && argument instanceof Boolean)
                    : parameters[i].isInstance(argument);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    static Callable<?> callOf(Method method, @Nullable Object receiver, List<?> arguments) {
        return () -> {
            try {
                return method.invoke(receiver, arguments.toArray());
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Exception cause) {
                    throw cause;
                }
                throw e;
            }
        };
    }

    /** What a front end says of a call of this method on a receiver of this static type. */
    static Callee callee(Class<?> receiver, Method method) {
        return new Callee(
                method.getName(),
                receiver.getName(),
                List.of(new MethodRef(
                        method.getDeclaringClass().getName(),
                        method.getName(),
                        Arrays.stream(method.getParameterTypes())
                                .map(Class::getTypeName)
                                .toList())),
                Arrays.stream(method.getExceptionTypes()).map(Class::getName).toList(),
                method.getReturnType().getTypeName(),
                Modifier.isStatic(method.getModifiers()),
                Confidence.RESOLVED);
    }
}
