package dev.heed.verify.drive;

import dev.heed.verify.drive.stub.Stubs;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers for a stub: with values that keep a loop going for two turns and then end it. */
final class StubHandler implements Stubs.Answers {
    private static final int TURNS = 2;

    private final Values values;
    private final int choice;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger wished = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    StubHandler(Values values, int choice) {
        this.values = values;
        this.choice = choice;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(self, method, arguments);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(self, method, arguments);
        }
        mayFail(method);
        Class<?> result = method.getReturnType();
        if (result == void.class) {
            return null;
        }
        Optional<Wish> wish = values.answer(method);
        // A loop that goes on as wished must end some time.
        if (wish.isPresent() && wished.incrementAndGet() <= TURNS * TURNS) {
            return values.wished(wish.get(), method.getGenericReturnType(), 2);
        }
        if (result == boolean.class || result == Boolean.class) {
            return choice == 0 && asked.incrementAndGet() <= TURNS;
        }
        return values.make(method.getGenericReturnType(), 2);
    }

    /** With the last choice it fails at first, if it may: what a retry is for. */
    private void mayFail(Method method) throws Throwable {
        Class<?>[] declared = method.getExceptionTypes();
        if (choice == Drive.FAILING && declared.length > 0 && failed.incrementAndGet() <= TURNS) {
            if (declared[0] != InterruptedException.class
                    && values.construct(declared[0], 2) instanceof Throwable thrown) {
                throw thrown;
            }
        }
    }

    private static @Nullable Object ofObject(Object self, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> "stub";
        };
    }
}
