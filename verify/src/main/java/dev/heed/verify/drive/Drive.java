package dev.heed.verify.drive;

import dev.heed.verify.scenario.Scenario;
import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * A scenario made up for one method or constructor: makes what it needs, calls it, and calls what it returns if that is an object of the
 * program with an interface to be called by.
 *
 * <p>There are several choices of values: with 0 booleans are true and numbers 1, with 1 false and 0, with 2 false and large; enums take
 * the constant with that number. With 1 executors, threads and futures are busy for a moment, with 2 stubs fail at first if they may.
 *
 * <p>Where no constructor can make an object of the program, it is allocated without one, and its fields are filled in. A witness
 * found with such an object says so: no constructor need ever leave an object like that.
 */
public final class Drive {
    /** The choice with which executors have something to do. */
    static final int BUSY = 1;

    /** The choice with which stubs fail. */
    static final int FAILING = 2;

    private static final int CHOICES = 3;
    /** Of a steered drive: the choices of values, and with which of them all objects of the program are allocated. */
    private static final List<Integer> STEERED = List.of(0, 0, BUSY, FAILING);

    private static final Set<Integer> ALL_ALLOCATED = Set.of(1, 2);
    private static final String CONSTRUCTOR = "<init>";

    private final String className;
    private final String member;
    private final List<String> parameters;
    private final int choice;
    private final boolean isAllocated;
    private final Set<String> preferred;
    private final Guide guide;
    private volatile boolean hasChosen;
    private volatile boolean hasAllocated;
    private volatile String unmakeable = "";
    private volatile List<Closeable> opened = List.of();

    private Drive(
            String className,
            String member,
            List<String> parameters,
            int choice,
            boolean isAllocated,
            Set<String> preferred,
            Guide guide) {
        this.className = className;
        this.member = member;
        this.parameters = parameters;
        this.choice = choice;
        this.isAllocated = isAllocated;
        this.preferred = preferred;
        this.guide = guide;
    }

    /** Those of a class: what other code can call, with the first choice. */
    public static List<Drive> of(Class<?> type) {
        List<Drive> drives = new ArrayList<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (!type.isEnum() && !Modifier.isAbstract(type.getModifiers()) && isCallable(constructor)) {
                drives.add(new Drive(type.getName(), CONSTRUCTOR, names(constructor), 0, false, Set.of(), Guide.NONE));
            }
        }
        for (Method method : Members.methods(type)) {
            boolean needsNoObject = Modifier.isStatic(method.getModifiers());
            if (isCallable(method) && (needsNoObject || !(type.isEnum() || type.isInterface()))) {
                drives.add(new Drive(type.getName(), method.getName(), names(method), 0, false, Set.of(), Guide.NONE));
            }
        }
        return drives;
    }

    /** That of one method or constructor with the first choice, whoever may call it; empty if there is none, or it has no code. */
    public static Optional<Drive> of(Class<?> type, String name, String descriptor) {
        for (Executable member : members(type, name)) {
            if (descriptor(member).equals(descriptor) && !Modifier.isAbstract(member.getModifiers())) {
                boolean hasObject =
                        !name.equals(CONSTRUCTOR) || !(type.isEnum() || Modifier.isAbstract(type.getModifiers()));
                return hasObject
                        ? Optional.of(new Drive(type.getName(), name, names(member), 0, false, Set.of(), Guide.NONE))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<? extends Executable> members(Class<?> type, String name) {
        return name.equals(CONSTRUCTOR)
                ? List.of(type.getDeclaredConstructors())
                : Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getName().equals(name))
                        .toList();
    }

    private static String descriptor(Executable member) {
        Class<?> result = member instanceof Method method ? method.getReturnType() : void.class;
        return MethodType.methodType(result, member.getParameterTypes()).toMethodDescriptorString();
    }

    private static boolean isCallable(Executable member) {
        int modifiers = member.getModifiers();
        return !member.isSynthetic() && !Modifier.isPrivate(modifiers) && !Modifier.isAbstract(modifiers);
    }

    /** The same with the next choice, if there is one and, as its run has shown, something depends on it. */
    public Optional<Drive> next() {
        return (hasChosen || isSteered()) && choice + 1 < (isSteered() ? STEERED.size() : CHOICES)
                ? Optional.of(new Drive(className, member, parameters, choice + 1, isAllocated, preferred, guide))
                : Optional.empty();
    }

    /** The same with the first choice and a receiver that is allocated, though a constructor might make one. */
    public Drive allocated() {
        return new Drive(className, member, parameters, 0, true, preferred, guide);
    }

    /** The same where for abstract types objects of these classes are made if they fit, not stubs: what is to be reached is in them. */
    public Drive preferring(Set<String> classNames) {
        return new Drive(className, member, parameters, choice, isAllocated, new TreeSet<>(classNames), guide);
    }

    /**
     * The same with the first choice, where the receiver is allocated, and fields, parameters and answers are what is wished for. An
     * object whose fields have been set so counts as one that no constructor has made.
     */
    public Drive steered(Wishes by) {
        return new Drive(
                className, member, parameters, 0, true, preferred, Guide.of(by).with(guide.cast()));
    }

    /**
     * The same where values of which no more than {@code Object} is known are what the program has cast one of them to, in vain; empty
     * if that was tried, or would be tried too often.
     */
    public Optional<Drive> afterCast(ClassCastException failure) {
        return guide.cast().after(failure).map(guide::with).map(this::guided);
    }

    /** The same where calls on the way whose answer is wished for are not made, and more of them as they fail. */
    public Drive standingIn() {
        return guided(guide.standingIn());
    }

    /** The same where the call on the way that has failed is not made; empty if there is none, or there were too many. */
    public Optional<Drive> after(Throwable failure) {
        return guide.after(failure).map(this::guided);
    }

    /** Whether calls of the program are not made. */
    public boolean leavesOutCalls() {
        return !guide.standIns().isEmpty();
    }

    private Drive guided(Guide by) {
        return new Drive(className, member, parameters, choice, isAllocated, preferred, by);
    }

    /** The file of a class that the drive needs: without the calls that are not made. */
    public byte[] adapted(String internalName, byte[] file) {
        return StandIn.replace(guide.standIns(), internalName, file);
    }

    /** Whether it heeds wishes. */
    public boolean isSteered() {
        return !guide.wishes().isNone();
    }

    /** Whether, in a run so far, an object of the program was allocated without a constructor. */
    public boolean hasAllocated() {
        return hasAllocated;
    }

    /** What could not be made in the last run, and why; empty if all could. */
    public String unmakeable() {
        return unmakeable;
    }

    /** Whether whoever calls it is done with its thread when it returns: {@code main}, and what a thread runs. */
    public boolean ownsThread() {
        boolean isMain = member.equals("main") && parameters.equals(List.of(String[].class.getName()));
        return isMain || (member.equals("run") && parameters.isEmpty());
    }

    /** The class's name. */
    public String className() {
        return className;
    }

    /** Such as {@code Account.transfer(int)}, as a reader of the source knows it; {@code new Account()} for a constructor. */
    public String call() {
        String arguments =
                "(" + String.join(", ", parameters.stream().map(Drive::simple).toList()) + ")";
        String type = simple(className);
        return member.equals(CONSTRUCTOR) ? "new " + type + arguments : type + "." + member + arguments;
    }

    private static String simple(String typeName) {
        int dimensions = typeName.lastIndexOf('[') + 1;
        String element = typeName.substring(dimensions);
        if (dimensions > 0) {
            element = Type.getType(typeName.replace('.', '/')).getElementType().getClassName();
        }
        return element.substring(element.lastIndexOf('.') + 1).replace('$', '.') + "[]".repeat(dimensions);
    }

    /** Such as {@code Account.transfer(int) #1}, with the choice. */
    public String name() {
        String type = className.substring(className.lastIndexOf('.') + 1);
        return type + "." + member + "(" + String.join(", ", parameters) + ") #" + choice;
    }

    /**
     * The scenario, of this loader's classes.
     *
     * @throws ReflectiveOperationException if there is no such member
     */
    public Scenario in(ClassLoader loader) throws ReflectiveOperationException {
        Executable target = find(Class.forName(className, false, loader));
        return checks -> {
            Values values = isSteered()
                    ? new Values(loader, STEERED.get(choice), preferred, guide, ALL_ALLOCATED.contains(choice))
                    : new Values(loader, choice, preferred, guide, false);
            // Only now: threads of the last run may have used it until that was over.
            close(opened);
            try {
                unmakeable = "";
                if (!guide.standIns().isEmpty()) {
                    StandInAnswers.install(loader, values, isSteered() ? STEERED.get(choice) : choice);
                }
                run(loader, values, target);
            } catch (UnmakeableException e) {
                unmakeable = String.valueOf(e.getMessage());
                throw e;
            } finally {
                opened = List.copyOf(values.opened());
                hasChosen |= values.hasChosen();
                hasAllocated |= values.hasAllocated() || !guide.standIns().isEmpty();
            }
        };
    }

    private static void close(List<Closeable> opened) {
        for (Closeable one : opened) {
            try {
                one.close();
            } catch (IOException e) {
                // It cannot be used any more, which is all that matters.
            }
        }
    }

    private void run(ClassLoader loader, Values values, Executable target) throws Throwable {
        target.trySetAccessible();
        if (target instanceof Constructor<?> constructor) {
            @Nullable Object[] arguments = values.arguments(constructor, 1);
            unwrapped(() -> constructor.newInstance(arguments));
            return;
        }
        Method method = (Method) target;
        Object receiver = Modifier.isStatic(method.getModifiers()) ? null : receiver(values, method);
        @Nullable Object[] arguments = values.arguments(method, 1);
        if (receiver instanceof Thread thread && method.getName().equals("run") && arguments.length == 0) {
            thread.start();
            thread.join();
            return;
        }
        Object result = unwrapped(() -> method.invoke(receiver, arguments));
        if (result != null && result != receiver && isOfProgram(result.getClass(), loader)) {
            callBack(values, result);
        }
    }

    private Object receiver(Values values, Method method) throws UnmakeableException {
        Class<?> type = method.getDeclaringClass();
        if (isAllocated) {
            return values.allocate(type, 0);
        }
        if (type.isEnum() || type.isInterface()) {
            Object made = values.make(type, 0);
            if (made == null) {
                throw new UnmakeableException(type.getName() + " has no constants");
            }
            return made;
        }
        return values.construct(type, 0);
    }

    private static boolean isOfProgram(Class<?> type, ClassLoader loader) {
        return type.getClassLoader() == loader && !Proxy.isProxyClass(type);
    }

    /** Whoever gets an object calls it by its interfaces; a task is run by a thread that does not care how it ends. */
    private static void callBack(Values values, Object result) throws Throwable {
        for (Class<?> callback : result.getClass().getInterfaces()) {
            for (Method method : Members.methods(callback)) {
                boolean isTask = callback == Runnable.class || callback == Callable.class;
                if (Modifier.isAbstract(method.getModifiers()) && !isTask) {
                    method.trySetAccessible();
                    @Nullable Object[] arguments = values.arguments(method, 1);
                    unwrapped(() -> method.invoke(result, arguments));
                }
            }
        }
    }

    /** What the program throws, not what reflection makes of it. */
    private static @Nullable Object unwrapped(Reflective call) throws Throwable {
        try {
            return call.invoke();
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** A reflective call. */
    @FunctionalInterface
    private interface Reflective {
        @Nullable
        Object invoke() throws ReflectiveOperationException;
    }

    private Executable find(Class<?> type) throws NoSuchMethodException {
        // What a compiler made (bridges) is second to what somebody wrote.
        return members(type, member).stream()
                .filter(candidate -> names(candidate).equals(parameters))
                .min(Comparator.comparing(Executable::isSynthetic))
                .orElseThrow(() -> new NoSuchMethodException(name()));
    }

    private static List<String> names(Executable member) {
        return Arrays.stream(member.getParameterTypes()).map(Class::getName).toList();
    }
}
