package dev.heed.verify.drive;

import java.io.Closeable;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Makes values of any type: known ones, stubs of interfaces, objects by their constructors. */
final class Values {
    private static final int DEEPEST = 3;
    private static final int LARGE = 100;
    private static final int MORE = 3;
    /** Many strings are paths or numbers. */
    private static final List<String> TEXTS = List.of("/x", "1");

    private final ClassLoader loader;
    private final int choice;
    private final Set<String> preferred;
    private final Wishes wishes;
    private final Cast cast;
    private final boolean allocatesAll;
    private final Set<Class<?>> inMaking = new HashSet<>();
    private final List<Closeable> opened = new ArrayList<>();
    private boolean hasChosen;
    private boolean hasAllocated;

    /**
     * For this loader's classes, with this {@linkplain Drive#choice choice}.
     *
     * @param preferred the classes that are taken for abstract types if they fit
     * @param guide what some values must be
     * @param allocatesAll whether objects are allocated, and their fields filled in, though a constructor might make them
     */
    Values(ClassLoader loader, int choice, Set<String> preferred, Guide guide, boolean allocatesAll) {
        this.cast = guide.cast();
        this.allocatesAll = allocatesAll;
        this.wishes = guide.wishes();
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

    /** What holds on to something of the machine until it is closed. */
    List<Closeable> opened() {
        return opened;
    }

    /** A value for each parameter. */
    @Nullable
    Object[] arguments(Executable of, int depth) throws UnmakeableException {
        Type[] types = of.getGenericParameterTypes();
        // Where the compiler added parameters, only the plain types are complete.
        Type[] complete = types.length == of.getParameterCount() ? types : of.getParameterTypes();
        @Nullable Object[] values = new @Nullable Object[complete.length];
        for (int i = 0; i < complete.length; i++) {
            Wish wish = wishes.parameter(of, i);
            values[i] = wish == null ? make(complete[i], depth) : wished(wish, complete[i], depth);
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
        if (raw == Object.class && !cast.type().isEmpty()) {
            return ofUnknown(depth);
        }
        if (raw.isPrimitive() || Primitives.isBox(raw)) {
            return primitive(raw);
        }
        if (raw.isEnum()) {
            Object[] constants = raw.getEnumConstants();
            hasChosen |= constants.length > 1;
            return constants.length == 0 ? null : constants[choice % constants.length];
        }
        if (raw.isArray()) {
            Object array = Array.newInstance(raw.getComponentType(), elements());
            for (int i = 0; i < elements(); i++) {
                Array.set(array, i, make(raw.getComponentType(), depth + 1));
            }
            return array;
        }
        try {
            Object known = JdkValues.of(raw, elements(type, depth + 1), choice);
            hasChosen |= known instanceof ExecutorService || known instanceof Thread || known instanceof Future;
            if (known != null) {
                if (JdkConnections.holdsOne(known)) {
                    opened.add((Closeable) known);
                }
                return known;
            }
        } catch (IOException e) {
            throw new UnmakeableException("no " + raw.getName() + ": " + e, e);
        }
        if (depth > DEEPEST
                && depth <= DEEPEST + 2
                && allocatesAll
                && !raw.isInterface()
                && Allocation.isPossible(raw)) {
            return allocate(raw, depth);
        }
        // A proxy needs nothing else, so that it may lie deeper.
        if (depth > (raw.isInterface() ? DEEPEST + 2 : DEEPEST)) {
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

    /** Inside of what stands for a type, that type is a stub's: a wrapper around wrappers would never come to an end. */
    private @Nullable Object preferred(Class<?> type, int depth) throws UnmakeableException {
        if (!inMaking.add(type)) {
            return null;
        }
        try {
            for (String name : preferred) {
                Class<?> candidate = load(name);
                if (candidate != null
                        && type.isAssignableFrom(candidate)
                        && !Modifier.isAbstract(candidate.getModifiers())) {
                    return construct(candidate, depth);
                }
            }
            return null;
        } finally {
            inMaking.remove(type);
        }
    }

    private @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            // Another one, or a stub, will do.
            hasChosen = true;
            return null;
        }
    }

    /** An object of the class: by the constructor with the fewest parameters whose arguments can be made. */
    Object construct(Class<?> type, int depth) throws UnmakeableException {
        if (Modifier.isAbstract(type.getModifiers())) {
            return stub(type, depth);
        }
        if (allocatesAll
                && depth <= DEEPEST
                && Allocation.isPossible(type)
                && !Throwable.class.isAssignableFrom(type)) {
            return allocate(type, depth);
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
        if (depth <= DEEPEST) {
            Allocation.fill(made, this, depth);
        }
        return made;
    }

    /** A value for a field: of a boolean one its name says which makes an object that is at work. */
    @Nullable
    Object field(Field field, int depth) throws UnmakeableException {
        Wish wish = wishes.field(field);
        if (wish != null) {
            return wished(wish, field.getGenericType(), depth + 1);
        }
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
            return steered(constructor.newInstance(arguments), depth);
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

    /** What a stub is wished to answer; empty if nobody cares. */
    Optional<Wish> answer(Method method) {
        return Optional.ofNullable(wishes.answer(method));
    }

    /** What a call is wished to answer; empty if nobody cares. */
    Optional<Wish> answer(String name, String descriptor) {
        return Optional.ofNullable(wishes.answer(name, descriptor));
    }

    /** A value of the type that is as somebody wishes, if that can be. */
    @Nullable
    Object wished(Wish wish, Type type, int depth) throws UnmakeableException {
        Class<?> raw = raw(type);
        switch (wish.kind()) {
            case NUMBER -> {
                if (raw.isPrimitive() || Primitives.isBox(raw)) {
                    return Primitives.number(raw, wish.number());
                }
            }
            case NULL -> {
                return null;
            }
            case TEXT -> {
                if (raw.isAssignableFrom(String.class)) {
                    return wish.text();
                }
            }
            case CONSTANT -> {
                Object[] constants = raw.isEnum() ? raw.getEnumConstants() : new Object[0];
                for (Object constant : constants) {
                    if (((Enum<?>) constant).name().equals(wish.text())) {
                        return constant;
                    }
                }
            }
            case TYPE -> {
                try {
                    Class<?> wanted = Class.forName(wish.text(), false, loader);
                    return raw.isAssignableFrom(wanted) ? make(wanted, depth) : make(type, depth);
                } catch (ClassNotFoundException | LinkageError e) {
                    return make(type, depth);
                }
            }
            case HOLDS -> {
                return JdkValues.holding(make(type, depth), wish.number());
            }
            case ANY_KEY -> {
                return JdkValues.forAnyKey(make(type, depth), raw);
            }
            case PRESENT -> {}
        }
        return make(type, depth);
    }

    /** Sets the fields of an object of the program that somebody wishes to be otherwise. */
    private Object steered(Object made, int depth) {
        if (!wishes.isEmpty()
                && Allocation.isPossible(made.getClass())
                && Allocation.steer(made, wishes, this, depth)) {
            hasAllocated = true;
        }
        return made;
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

    /** What a container of this type holds. */
    private JdkValues.Elements elements(Type container, int depth) {
        return new JdkValues.Elements() {
            @Override
            public String text() {
                return wishes.isNone() || !allocatesAll ? "x" : TEXTS.get(choice % TEXTS.size());
            }

            @Override
            public int size() {
                return elements();
            }

            @Override
            public @Nullable Object get(int argument) throws UnmakeableException {
                return element(container, argument, depth, text());
            }
        };
    }

    /** How many elements arrays and lists have. */
    private int elements() {
        return wishes.isNone() ? 1 : MORE;
    }

    private @Nullable Object element(Type container, int argument, int depth, String text) throws UnmakeableException {
        if (container instanceof ParameterizedType parameterized
                && argument < parameterized.getActualTypeArguments().length) {
            try {
                return make(parameterized.getActualTypeArguments()[argument], depth);
            } catch (UnmakeableException e) {
                if (wishes.isNone()) {
                    throw e;
                }
                // A container that holds nothing is better than none.
                return null;
            }
        }
        return cast.type().isEmpty() ? text : ofUnknown(depth);
    }

    /** Of what it is cast to. */
    private @Nullable Object ofUnknown(int depth) throws UnmakeableException {
        Class<?> wanted = load(cast.type());
        return wanted == null || wanted == Object.class ? "x" : make(wanted, depth);
    }

    private Object primitive(Class<?> type) {
        hasChosen = true;
        return Primitives.number(type, choice == 0 ? 1 : choice == 1 ? 0 : LARGE, choice == 0);
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
