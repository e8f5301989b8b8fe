package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.model.MethodModel.OnInterrupt;
import dev.heed.engine.model.TypeModel.StatusWhenThrown;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of calls of the platform's methods: each is made with the interrupt status set, and what happens is compared with
 * what the shipped models say: whether the call throws, what it throws, and what the status is afterwards.
 */
final class CallTable {

    private static final Models MODELS = ModelFiles.shipped();

    private static final ReflectiveHierarchy HIERARCHY = new ReflectiveHierarchy();

    private final List<DynamicTest> tests = new ArrayList<>();

    /** How a call stands when it is made. */
    enum Stand {
        /** It need not wait. */
        READY,
        /** It need not wait; whether it throws all the same depends on the release of the platform. */
        READY_EITHER_WAY,
        /** It has to wait. */
        WAITING
    }

    static <T> T fresh(Callable<T> maker) {
        try {
            return maker.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Calls of methods of one type, each a test. */
    final class Calls {
        private final Class<?> type;
        private @Nullable Callable<?> receiver;
        private @Nullable Object monitor;
        private @Nullable Runnable release;

        Calls(Class<?> type) {
            this.type = type;
        }

        Calls on(Object target) {
            return fresh(() -> target);
        }

        Calls fresh(Callable<?> maker) {
            receiver = maker;
            return this;
        }

        /** Holds a monitor or lock around the call. */
        Calls inside(Object guard) {
            monitor = guard;
            return this;
        }

        /** The next calls wait through the interrupt; this ends the wait. */
        Calls released(Runnable action) {
            release = action;
            return this;
        }

        Calls ready(String name, Object... arguments) {
            return add(name, Stand.READY, null, false, arguments);
        }

        Calls eitherWay(String name, Object... arguments) {
            return add(name, Stand.READY_EITHER_WAY, null, false, arguments);
        }

        Calls waiting(String name, Object... arguments) {
            return add(name, Stand.WAITING, release, true, arguments);
        }

        /** Waits through the interrupt in a system call, which does not show in the thread's state. */
        Calls blockedInSystem(String name, Object... arguments) {
            return add(name, Stand.READY, release, false, arguments);
        }

        /** A call that no model speaks of, and that does not react. */
        Calls ignoring(String name, Object... arguments) {
            return add(name, Stand.READY, null, false, arguments);
        }

        private Calls add(String name, Stand stand, @Nullable Runnable ender, boolean mustWait, Object... arguments) {
            List<Object> given = List.of(arguments);
            Method method = InterruptedCalls.method(type, name, given);
            Callable<?> maker = receiver;
            Object guard = monitor;
            String title = type.getSimpleName() + "." + name
                    + given.stream().map(a -> a.getClass().getSimpleName()).toList() + " " + stand;
            tests.add(DynamicTest.dynamicTest(title, () -> {
                Object target = maker == null ? null : maker.call();
                Callable<?> call = guarded(InterruptedCalls.callOf(method, target, given), guard);
                InterruptedCalls.Outcome outcome;
                if (ender == null) {
                    outcome = InterruptedCalls.run(call, null);
                } else if (mustWait) {
                    outcome = InterruptedCalls.run(call, ender);
                } else {
                    Thread helper = new Thread(ender);
                    helper.start();
                    outcome = InterruptedCalls.run(call, null);
                    helper.join();
                }
                check(method, stand, ender != null && mustWait, outcome);
            }));
            return this;
        }

        private Callable<?> guarded(Callable<?> call, @Nullable Object guard) {
            if (guard == null) {
                return call;
            }
            return () -> {
                if (guard instanceof Lock lock) {
                    lock.lock();
                    try {
                        return call.call();
                    } finally {
                        lock.unlock();
                    }
                }
                synchronized (guard) {
                    return call.call();
                }
            };
        }

        private void check(Method method, Stand stand, boolean waitedOut, InterruptedCalls.Outcome outcome) {
            MethodModel model =
                    MODELS.method(InterruptedCalls.callee(type, method), method.getParameterCount(), HIERARCHY);
            OnInterrupt reaction = model.onInterrupt();
            if (stand == Stand.READY_EITHER_WAY) {
                assertThat(reaction).as("the weaker claim").isEqualTo(OnInterrupt.THROWS_IF_WAITING);
            }
            boolean shouldThrow = reaction == OnInterrupt.THROWS
                    || (stand == Stand.READY_EITHER_WAY && outcome.thrown() != null)
                    || (reaction == OnInterrupt.THROWS_IF_WAITING && stand == Stand.WAITING);
            if (shouldThrow) {
                assertThat(outcome.thrown())
                        .as("%s, so %s throws", reaction, method)
                        .isNotNull();
                String thrown = outcome.thrown().getClass().getName();
                List<String> promised = new ArrayList<>(model.delivers());
                for (Class<?> declared : method.getExceptionTypes()) {
                    promised.add(declared.getName());
                }
                assertThat(promised).as("what %s may throw", method).contains(thrown);
                TypeModel signal = MODELS.type(thrown, HIERARCHY);
                assertThat(signal).as("%s is a signal", thrown).isNotNull();
                assertThat(signal.signal()).isEqualTo(Signal.INTERRUPT);
                assertThat(signal.statusWhenThrown())
                        .as("the status after %s", thrown)
                        .isEqualTo(outcome.statusAfter() ? StatusWhenThrown.SET : StatusWhenThrown.CLEAR);
            } else {
                assertThat(outcome.thrown())
                        .as("%s, so %s comes back", reaction, method)
                        .isNull();
                assertThat(outcome.statusAfter())
                        .as("the status after %s", method)
                        .isTrue();
                assertThat(outcome.waited()).as("%s waits on", method).isEqualTo(waitedOut);
                if (stand == Stand.WAITING) {
                    assertThat(reaction).isEqualTo(waitedOut ? OnInterrupt.IGNORES : OnInterrupt.RETURNS);
                }
            }
            if (stand == Stand.WAITING) {
                assertThat(model.blocks()).as("%s may wait", method).isEqualTo(MethodModel.Blocks.YES);
            }
        }
    }

    Calls calls(Class<?> type) {
        return new Calls(type);
    }

    Stream<DynamicTest> tests() {
        return tests.stream();
    }
}
