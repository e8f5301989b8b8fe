package dev.heed.verify.run;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exceptions as a call would throw them that has failed for a reason of its own. */
final class MadeUpFailures {
    private static final String TEXT = "made up";

    /** The kinds of constructors that exceptions have, the most telling first. */
    private static final List<List<Class<?>>> CONSTRUCTORS =
            List.of(List.of(String.class, Throwable.class), List.of(String.class), List.of(Throwable.class), List.of());

    private MadeUpFailures() {}

    /**
     * One of this class.
     *
     * @param type as {@code Class.getName} gives it
     * @param loader what the program's classes are loaded with; null for the JDK's
     */
    static Optional<Throwable> of(String type, @Nullable ClassLoader loader) {
        try {
            Class<?> found = Class.forName(type, true, loader);
            if (!Throwable.class.isAssignableFrom(found) || Modifier.isAbstract(found.getModifiers())) {
                return Optional.empty();
            }
            for (List<Class<?>> parameters : CONSTRUCTORS) {
                Optional<Throwable> made = make(found, parameters);
                if (made.isPresent()) {
                    return made;
                }
            }
        } catch (ClassNotFoundException | LinkageError e) {
            // The call cannot throw it either.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Throwable> make(Class<?> type, List<Class<?>> parameters) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters.toArray(Class<?>[]::new));
            boolean isOpen = Modifier.isPublic(type.getModifiers()) && Modifier.isPublic(constructor.getModifiers());
            if (!isOpen && !constructor.trySetAccessible()) {
                return Optional.empty();
            }
            Object[] arguments = parameters.stream()
                    .map(parameter -> parameter == String.class ? TEXT : new IllegalStateException(TEXT))
                    .toArray();
            return Optional.of((Throwable) constructor.newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
