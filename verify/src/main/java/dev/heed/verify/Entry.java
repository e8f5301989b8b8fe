package dev.heed.verify;

import dev.heed.verify.scenario.Scenario;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Finds the scenario among freshly loaded classes. */
@FunctionalInterface
public interface Entry {
    /**
     * The scenario, of this loader's classes.
     *
     * @throws ReflectiveOperationException if it is not there
     */
    Scenario in(ClassLoader loader) throws ReflectiveOperationException;

    /** The file of a class with probes, as this entry wants it. */
    default byte[] adapted(String internalName, byte[] file) {
        return file;
    }

    /** A class that implements {@link Scenario} and has a constructor without parameters. */
    static Entry scenario(String className) {
        return loader -> checks -> {
            Object made = unwrapped(() -> {
                var constructor = loader.loadClass(className).getDeclaredConstructor();
                constructor.setAccessible(true);
                return constructor.newInstance();
            });
            ((Scenario) made).run(checks);
        };
    }

    /** A static method without parameters. */
    static Entry method(String className, String methodName) {
        return loader -> {
            // Found here, so that a wrong name is told as such; the class is initialized by the run.
            Method method = Class.forName(className, false, loader).getDeclaredMethod(methodName);
            method.setAccessible(true);
            return checks -> unwrapped(() -> method.invoke(null));
        };
    }

    /** What the program throws, not what reflection makes of it. */
    private static Object unwrapped(Reflective call) throws Throwable {
        try {
            return call.invoke();
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** A reflective call. */
    @FunctionalInterface
    interface Reflective {
        /** Makes it. */
        Object invoke() throws Throwable;
    }
}
