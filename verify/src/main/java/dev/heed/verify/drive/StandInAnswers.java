package dev.heed.verify.drive;

import dev.heed.verify.drive.stub.StubCalls;
import dev.heed.verify.probe.Probes;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Answers for calls that are not made: what is wished for, for a few turns of a loop; else any value of their type. */
final class StandInAnswers implements Function<String, @Nullable Object> {
    private static final int TURNS = 2;

    private final ClassLoader loader;
    private final Values values;
    private final int choice;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    private StandInAnswers(ClassLoader loader, Values values, int choice) {
        this.loader = loader;
        this.values = values;
        this.choice = choice;
    }

    /** From now on the loader's classes ask for these. */
    static void install(ClassLoader loader, Values values, int choice) throws ReflectiveOperationException {
        loader.loadClass(Probes.class.getName())
                .getMethod("answers", Function.class)
                .invoke(null, new StandInAnswers(loader, values, choice));
    }

    @Override
    public @Nullable Object apply(String call) {
        int dot = call.indexOf('.');
        int end = call.indexOf('(');
        String name = call.substring(dot + 1, end);
        String descriptor = call.substring(end);
        int turn = asked.computeIfAbsent(name + descriptor, key -> new AtomicInteger())
                .incrementAndGet();
        Object answer = null;
        try {
            Optional<Wish> wish = turn <= TURNS * TURNS ? values.answer(name, descriptor) : Optional.empty();
            java.lang.reflect.Type type = type(call.substring(0, dot), name, descriptor);
            if (wish.isPresent()) {
                answer = values.wished(wish.get(), type, 1);
            } else {
                boolean isEnd = type == boolean.class && (choice != 0 || turn > TURNS);
                answer = isEnd ? (Object) false : values.make(type, 1);
            }
        } catch (UnmakeableException | LinkageError | ClassNotFoundException e) {
            // It is null then, or zero.
            answer = null;
        }
        return answer == null ? StubCalls.zero(returned(descriptor)) : answer;
    }

    /** With what it is a container of, if its declaration is found. */
    private java.lang.reflect.Type type(String owner, String name, String descriptor) throws ClassNotFoundException {
        Class<?> type = Class.forName(Type.getObjectType(owner).getClassName(), false, loader);
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && Type.getMethodDescriptor(method).equals(descriptor)) {
                    return method.getGenericReturnType();
                }
            }
        }
        return returned(descriptor);
    }

    private Class<?> returned(String descriptor) {
        return MethodType.fromMethodDescriptorString(descriptor, loader).returnType();
    }
}
