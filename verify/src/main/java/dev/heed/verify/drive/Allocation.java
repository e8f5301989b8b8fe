package dev.heed.verify.drive;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.regex.Pattern;

/**
 * Objects that no constructor has seen, as deserialization makes them: by the JDK's {@code ReflectionFactory}, which is there for
 * that purpose.
 */
final class Allocation {
    /** Fields that are true when an object is done. */
    static final Pattern NAMES_AN_END = Pattern.compile(
            "(?i)stop|clos|shut|done|finish|terminat|cancel|abort|dispos|destroy|dead|fail|interrupt|disable|pause|skip");

    private Allocation() {}

    /** Whether it is a class of the program or its libraries: those of the JDK keep what they need out of reach. */
    static boolean isPossible(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader != null
                && loader != ClassLoader.getPlatformClassLoader()
                && !type.isArray()
                && !type.isEnum()
                && !type.isRecord()
                && !type.isHidden();
    }

    /** An object whose fields are all zero. */
    static Object of(Class<?> type) throws UnmakeableException {
        if (!isPossible(type)) {
            throw new UnmakeableException(type.getName() + " cannot be allocated");
        }
        try {
            Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
            Object made = factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                    .invoke(
                            factory.getMethod("getReflectionFactory").invoke(null),
                            type,
                            Object.class.getDeclaredConstructor());
            return ((Constructor<?>) made).newInstance();
        } catch (ReflectiveOperationException e) {
            throw new UnmakeableException(type.getName() + " cannot be allocated: " + e, e);
        }
    }

    /** Gives values to the fields that the program and its libraries declare; what cannot be made stays null. */
    static void fill(Object made, Values values, int depth) {
        for (Class<?> type = made.getClass();
                type != null && type.getClassLoader() != null;
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getName().equals(StubClass.HANDLER)) {
                    fill(made, field, values, depth);
                }
            }
        }
    }

    /** Sets those fields of an object that somebody wishes to be otherwise; whether there was one. */
    static boolean steer(Object made, Wishes wishes, Values values, int depth) {
        boolean isChanged = false;
        for (Class<?> type = made.getClass();
                type != null && type.getClassLoader() != null;
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && wishes.field(field) != null) {
                    fill(made, field, values, depth);
                    isChanged = true;
                }
            }
        }
        return isChanged;
    }

    private static void fill(Object made, Field field, Values values, int depth) {
        try {
            if (field.trySetAccessible()) {
                field.set(made, values.field(field, depth));
            }
        } catch (UnmakeableException | IllegalAccessException | IllegalArgumentException | LinkageError e) {
            // It stays null: many fields do not matter on the way to the wait.
            return;
        }
    }
}
