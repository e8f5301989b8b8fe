package dev.heed.verify.drive;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Makes values of any type: known ones, stubs of interfaces, objects by their constructors. */
final class Values {
    private static final int DEEPEST = 3;
    private static final int LARGE = 100;

    private final ClassLoader loader;
    private final int choice;
    private final Set<String> preferred;
    private boolean hasChosen;
    private boolean hasAllocated;

    /**
     * For this loader's classes, with this {@linkplain Drive#choice choice}.
     *
     * @param preferred the classes that are taken for abstract types if they fit
     */
    Values(ClassLoader loader, int choice, Set<String> preferred) {
        this.loader = loader;
        this.choice = choice;
        this.preferred = preferred;
    }

    /** Whether another choice would make other values. */
    boolean hasChosen() {
        return hasChosen;
    }

    /** Whether an object was made without a constructor. */
    boolean hasAllocated() {
        return hasAllocated;
    }

    /** A value for each parameter. */
    @Nullable
    Object[] arguments(Executable of, int depth) throws UnmakeableException {
        Type[] types = of.getGenericParameterTypes();
        // Where the compiler added parameters, only the plain types are complete.
        Type[] complete = types.length == of.getParameterCount() ? types : of.getParameterTypes();
        @Nullable Object[] values = new @Nullable Object[complete.length];
        for (int i = 0; i < complete.length; i++) {
            values[i] = make(complete[i], depth);
        }
        return values;
    }

    /** A value of the type. */
    @Nullable
    Object make(Type type, int depth) throws UnmakeableException {
        Class<?> raw = raw(type);
        if (raw == Void.class) {
            return null;
        }
        if (raw.isPrimitive() || isBox(raw)) {
            return primitive(raw);
        }
        if (raw.isEnum()) {
            Object[] constants = raw.getEnumConstants();
            hasChosen |= constants.length > 1;
            return constants.length == 0 ? null : constants[choice % constants.length];
        }
        if (raw.isArray()) {
            Object array = Array.newInstance(raw.getComponentType(), 1);
            Array.set(array, 0, make(raw.getComponentType(), depth + 1));
            return array;
        }
        try {
            Object known = JdkValues.of(raw, argument -> element(type, argument, depth + 1), choice);
            hasChosen |= known instanceof ExecutorService || known instanceof Thread || known instanceof Future;
            if (known != null) {
                return known;
            }
        } catch (IOException e) {
            throw new UnmakeableException("no " + raw.getName() + ": " + e, e);
        }
        if (depth > DEEPEST) {
            throw new UnmakeableException(raw.getName() + " needs too much else to be made");
        }
        if (Modifier.isAbstract(raw.getModifiers()) && !preferred.isEmpty()) {
            Object made = preferred(raw, depth);
            if (made != null) {
                return made;
            }
        }
        if (raw.isInterface() && !raw.isSealed()) {
            hasChosen = true;
            return Proxy.newProxyInstance(loader, new Class<?>[] {raw}, new StubHandler(this, choice));
        }
        return construct(raw, depth);
    }

    private @Nullable Object preferred(Class<?> type, int depth) throws UnmakeableException {
        for (String name : preferred) {
            try {
                Class<?> candidate = Class.forName(name, false, loader);
                if (type.isAssignableFrom(candidate) && !Modifier.isAbstract(candidate.getModifiers())) {
                    return construct(candidate, depth);
                }
            } catch (ClassNotFoundException | LinkageError e) {
                // Another one, or a stub, will do.
                hasChosen = true;
            }
        }
        return null;
    }

    /** An object of the class: by the constructor with the fewest parameters whose arguments can be made. */
    Object construct(Class<?> type, int depth) throws UnmakeableException {
        if (Modifier.isAbstract(type.getModifiers())) {
            return stub(type, depth);
        }
        @Nullable UnmakeableException first = null;
        for (Constructor<?> constructor : constructors(type)) {
            try {
                return call(constructor, depth);
            } catch (UnmakeableException e) {
                first = first == null ? e : first;
            }
        }
        try {
            Object made = byFactory(type, depth);
            if (made != null) {
                return made;
            }
        } catch (UnmakeableException e) {
            first = first == null ? e : first;
        }
        if (depth <= DEEPEST && Allocation.isPossible(type)) {
            return allocate(type, depth);
        }
        throw first == null ? new UnmakeableException(type.getName() + " has no constructor") : first;
    }

    /** An object of the class that no constructor has seen, with values in its fields. */
    Object allocate(Class<?> type, int depth) throws UnmakeableException {
        hasAllocated = true;
        boolean isStub = Modifier.isAbstract(type.getModifiers());
        Object made = Allocation.of(isStub ? StubClass.of(type) : type);
        if (isStub) {
            hasChosen = true;
            setHandler(made);
        }
        Allocation.fill(made, this, depth);
        return made;
    }

    /** A value for a field: of a boolean one its name says which makes an object that is at work. */
    @Nullable
    Object field(Field field, int depth) throws UnmakeableException {
        if (field.getType() == boolean.class && choice == 0) {
            return !Allocation.NAMES_AN_END.matcher(field.getName()).find();
        }
        return make(field.getGenericType(), depth + 1);
    }

    private Object stub(Class<?> type, int depth) throws UnmakeableException {
        hasChosen = true;
        Class<?> stub = StubClass.of(type);
        Object made = construct(stub, depth);
        setHandler(made);
        return made;
    }

    private void setHandler(Object stub) throws UnmakeableException {
        try {
            stub.getClass().getField(StubClass.HANDLER).set(stub, new StubHandler(this, choice));
        } catch (ReflectiveOperationException e) {
            throw new UnmakeableException(stub.getClass().getName() + ": " + e, e);
        }
    }

    private Object call(Constructor<?> constructor, int depth) throws UnmakeableException {
        if (!constructor.trySetAccessible()) {
            throw new UnmakeableException(constructor + " is not accessible");
        }
        @Nullable Object[] arguments = arguments(constructor, depth + 1);
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw new UnmakeableException(constructor.getDeclaringClass().getName() + " threw " + cause, e);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new UnmakeableException(constructor.getDeclaringClass().getName() + ": " + e, e);
        }
    }

    private @Nullable Object byFactory(Class<?> type, int depth) throws UnmakeableException {
        for (Method method : Members.methods(type)) {
            if (Modifier.isStatic(method.getModifiers())
                    && method.getReturnType() == type
                    && method.getParameterCount() <= 1
                    && method.trySetAccessible()) {
                try {
                    return method.invoke(null, arguments(method, depth + 1));
                } catch (ReflectiveOperationException e) {
                    throw new UnmakeableException(method.getName() + " threw " + e.getCause(), e);
                }
            }
        }
        return null;
    }

    private static List<Constructor<?>> constructors(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> !constructor.isSynthetic())
                .sorted(Comparator.<Constructor<?>>comparingInt(Constructor::getParameterCount)
                        .thenComparing(Constructor::toString))
                .toList();
    }

    private @Nullable Object element(Type container, int argument, int depth) throws UnmakeableException {
        if (container instanceof ParameterizedType parameterized
                && argument < parameterized.getActualTypeArguments().length) {
            return make(parameterized.getActualTypeArguments()[argument], depth);
        }
        return "x";
    }

    private Object primitive(Class<?> type) {
        hasChosen = true;
        int number = choice == 0 ? 1 : choice == 1 ? 0 : LARGE;
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> choice == 0;
            case "byte", "Byte" -> (byte) number;
            case "short", "Short" -> (short) number;
            case "char", "Character" -> 'x';
            case "int", "Integer" -> number;
            case "long", "Long" -> (long) number;
            case "float", "Float" -> (float) number;
            default -> (double) number;
        };
    }

    static boolean isBox(Class<?> type) {
        return type == Boolean.class
                || type == Character.class
                || (type.getPackageName().equals("java.lang")
                        && Number.class.isAssignableFrom(type)
                        && type != Number.class);
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return raw(array.getGenericComponentType()).arrayType();
        }
        if (type instanceof WildcardType wildcard) {
            Type[] lower = wildcard.getLowerBounds();
            return raw(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0]);
        }
        return type instanceof TypeVariable<?> variable ? raw(variable.getBounds()[0]) : Object.class;
    }
}
