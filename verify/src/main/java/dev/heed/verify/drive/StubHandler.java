package dev.heed.verify.drive;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Answers for a stub: with values that keep a loop going for two turns and then end it. A method that may throw anything waits once,
 * since the code behind it might.
 */
final class StubHandler implements InvocationHandler {
    private static final int TURNS = 2;
    private static final String WAITING = "dev.heed.verify.drive.stub.Stub";

    private final Values values;
    private final ClassLoader loader;
    private final int choice;
    private final AtomicInteger asked = new AtomicInteger();

    StubHandler(Values values, ClassLoader loader, int choice) {
        this.values = values;
        this.loader = loader;
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
        mayWait(method);
        Class<?> result = method.getReturnType();
        if (result == void.class) {
            return null;
        }
        if (result == boolean.class || result == Boolean.class) {
            return choice == 0 && asked.incrementAndGet() <= TURNS;
        }
        return values.make(method.getGenericReturnType(), 2);
    }

    /** A method that declares InterruptedException itself is a point where it is called. */
    private void mayWait(Method method) throws Throwable {
        boolean throwsAnything = Arrays.stream(method.getExceptionTypes())
                .anyMatch(type -> type == Exception.class || type == Throwable.class);
        if (throwsAnything) {
            try {
                Class.forName(WAITING, true, loader).getMethod("waits").invoke(null);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
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
