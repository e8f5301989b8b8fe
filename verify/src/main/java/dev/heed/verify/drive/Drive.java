package dev.heed.verify.drive;

import dev.heed.verify.scenario.Checks;
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
import org.jspecify.annotations.Nullable;

/**
 * A scenario made up for one method or constructor: makes what it needs, calls it, and calls what it returns if that is an object of the
 * program with an interface to be called by.
 *
 * @param className the class
 * @param member the method's name, {@code <init>} for a constructor
 * @param parameters the names of the parameters' types
 * @param isYes whether booleans are true and numbers 1, or false and 0
 */
public record Drive(String className, String member, List<String> parameters, boolean isYes) {
    public Drive {
        parameters = List.copyOf(parameters);
    }

    /**
     * The scenario, of this loader's classes.
     *
     * @throws ReflectiveOperationException if there is no such member
     */
    public Scenario in(ClassLoader loader) throws ReflectiveOperationException {
        Executable target = find(Class.forName(className, false, loader));
        return checks -> run(loader, target, checks);
    }

    private void run(ClassLoader loader, Executable target, Checks unused) throws Throwable {
        Values values = new Values(loader, isYes);
        Object result = call(values, target);
        if (result != null && result.getClass().getClassLoader() == loader && !Proxy.isProxyClass(result.getClass())) {
            for (Class<?> callback : result.getClass().getInterfaces()) {
                callAll(values, callback, result);
            }
        }
    }

    private static @Nullable Object call(Values values, Executable target) throws Throwable {
        target.trySetAccessible();
        if (target instanceof Constructor<?> constructor) {
            @Nullable Object[] arguments = values.arguments(constructor, 1);
            return unwrapped(() -> constructor.newInstance(arguments));
        }
        Method method = (Method) target;
        Object receiver =
                Modifier.isStatic(method.getModifiers()) ? null : values.construct(method.getDeclaringClass(), 0);
        @Nullable Object[] arguments = values.arguments(method, 1);
        return unwrapped(() -> method.invoke(receiver, arguments));
    }

    private static void callAll(Values values, Class<?> callback, Object receiver) throws Throwable {
        for (Method method : Members.methods(callback)) {
            if (Modifier.isAbstract(method.getModifiers())) {
                method.trySetAccessible();
                @Nullable Object[] arguments = values.arguments(method, 1);
                unwrapped(() -> method.invoke(receiver, arguments));
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
        Executable[] candidates = member.equals("<init>") ? type.getDeclaredConstructors() : type.getDeclaredMethods();
        return Arrays.stream(candidates)
                .filter(candidate ->
                        member.equals("<init>") || candidate.getName().equals(member))
                .filter(candidate -> !candidate.isSynthetic())
                .filter(candidate -> names(candidate).equals(parameters))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(className + "." + member + parameters));
    }

    /** Those of a class: what other code can call, with either choice of booleans and numbers. */
    public static List<Drive> of(Class<?> type) {
        List<Drive> drives = new ArrayList<>();
        boolean isMade = !Modifier.isAbstract(type.getModifiers()) && !type.isEnum();
        if (isMade) {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (!constructor.isSynthetic() && !Modifier.isPrivate(constructor.getModifiers())) {
                    add(drives, type, "<init>", constructor);
                }
            }
        }
        for (Method method : Members.methods(type)) {
            boolean isCallable = !Modifier.isPrivate(method.getModifiers())
                    && !Modifier.isAbstract(method.getModifiers())
                    && (isMade || Modifier.isStatic(method.getModifiers()));
            if (isCallable) {
                add(drives, type, method.getName(), method);
            }
        }
        return drives;
    }

    private static void add(List<Drive> to, Class<?> type, String name, Executable member) {
        to.add(new Drive(type.getName(), name, names(member), true));
        to.add(new Drive(type.getName(), name, names(member), false));
    }

    /** Whether whoever calls it is done with its thread when it returns: {@code main}, and what a thread runs. */
    public boolean ownsThread() {
        boolean isMain = member.equals("main") && parameters.equals(List.of(String[].class.getName()));
        return isMain || (member.equals("run") && parameters.isEmpty());
    }

    /** Such as {@code Account.transfer}. */
    public String name() {
        return className.substring(className.lastIndexOf('.') + 1) + "." + member;
    }

    private static List<String> names(Executable member) {
        return Arrays.stream(member.getParameterTypes()).map(Class::getName).toList();
    }
}
