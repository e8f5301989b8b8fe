package dev.heed.verify.drive;

import dev.heed.verify.scenario.Scenario;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A scenario made up for one method or constructor: makes what it needs, calls it, and calls what it returns if that is an object of the
 * program with an interface to be called by.
 *
 * <p>There are several choices of values: with 0 booleans are true and numbers 1, with 1 false and 0, with 2 false and large; enums take
 * the constant with that number. With 1 executors, threads and futures are busy for a moment, with 2 stubs fail at first if they may.
 */
public final class Drive {
    /** The choice with which executors have something to do. */
    static final int BUSY = 1;

    /** The choice with which stubs fail. */
    static final int FAILING = 2;

    private static final int CHOICES = 3;
    private static final String CONSTRUCTOR = "<init>";

    private final String className;
    private final String member;
    private final List<String> parameters;
    private final int choice;
    private volatile boolean hasChosen;

    private Drive(String className, String member, List<String> parameters, int choice) {
        this.className = className;
        this.member = member;
        this.parameters = parameters;
        this.choice = choice;
    }

    /** Those of a class: what other code can call, with the first choice. */
    public static List<Drive> of(Class<?> type) {
        List<Drive> drives = new ArrayList<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (!type.isEnum() && !Modifier.isAbstract(type.getModifiers()) && isCallable(constructor)) {
                drives.add(new Drive(type.getName(), CONSTRUCTOR, names(constructor), 0));
            }
        }
        for (Method method : Members.methods(type)) {
            boolean needsNoObject = Modifier.isStatic(method.getModifiers());
            if (isCallable(method) && (needsNoObject || !(type.isEnum() || type.isInterface()))) {
                drives.add(new Drive(type.getName(), method.getName(), names(method), 0));
            }
        }
        return drives;
    }

    private static boolean isCallable(Executable member) {
        int modifiers = member.getModifiers();
        return !member.isSynthetic() && !Modifier.isPrivate(modifiers) && !Modifier.isAbstract(modifiers);
    }

    /** The same with the next choice, if there is one and, as its run has shown, something depends on it. */
    public Optional<Drive> next() {
        return hasChosen && choice + 1 < CHOICES
                ? Optional.of(new Drive(className, member, parameters, choice + 1))
                : Optional.empty();
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
            Values values = new Values(loader, choice);
            try {
                run(loader, values, target);
            } finally {
                hasChosen |= values.hasChosen();
            }
        };
    }

    private static void run(ClassLoader loader, Values values, Executable target) throws Throwable {
        target.trySetAccessible();
        if (target instanceof Constructor<?> constructor) {
            @Nullable Object[] arguments = values.arguments(constructor, 1);
            unwrapped(() -> constructor.newInstance(arguments));
            return;
        }
        Method method = (Method) target;
        Object receiver =
                Modifier.isStatic(method.getModifiers()) ? null : values.construct(method.getDeclaringClass(), 0);
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
        Executable[] candidates =
                member.equals(CONSTRUCTOR) ? type.getDeclaredConstructors() : type.getDeclaredMethods();
        return Arrays.stream(candidates)
                .filter(candidate ->
                        member.equals(CONSTRUCTOR) || candidate.getName().equals(member))
                .filter(candidate -> !candidate.isSynthetic())
                .filter(candidate -> names(candidate).equals(parameters))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(name()));
    }

    private static List<String> names(Executable member) {
        return Arrays.stream(member.getParameterTypes()).map(Class::getName).toList();
    }
}
