package dev.heed.verify.drive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** What fields, parameters and answers of stubs must be for the wait to be reached. The first wish for a thing counts. */
public final class Wishes {
    /** Nobody wishes anything. */
    static final Wishes NONE = new Wishes();

    private final Map<String, Wish> fields = new HashMap<>();
    private final Map<String, Wish> parameters = new HashMap<>();
    private final Map<String, Wish> answers = new HashMap<>();

    private final Set<String> targets = new HashSet<>();
    private final Set<String> way = new HashSet<>();
    private final Set<StandIn> standIns = new HashSet<>();
    private BiPredicate<String, Integer> goals = (className, line) -> false;

    Wishes() {}

    /** Whether a method is one in which the wait itself stands. */
    public boolean isTarget(String className, String name, String descriptor) {
        return targets.contains(className.replace('.', '/') + "." + name + descriptor);
    }

    void target(String key) {
        targets.add(key);
    }

    void goals(BiPredicate<String, Integer> isGoal) {
        goals = isGoal;
    }

    /** A method, by owner and name, that leads to the wait. */
    void onWay(String owner, String name) {
        way.add(owner.replace('/', '.') + "." + name);
    }

    boolean isOnWay(String className, String name) {
        return way.contains(className + "." + name);
    }

    /** Whether a line has a call that leads to the wait. */
    boolean isGoal(String className, int line) {
        return goals.test(className, line);
    }

    /** A call on the way, whose answer is wished for. */
    void standIn(StandIn call) {
        standIns.add(call);
    }

    Set<StandIn> standIns() {
        return Set.copyOf(standIns);
    }

    /** Whether nobody has looked for any. */
    boolean isNone() {
        return this == NONE;
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return fields.isEmpty() && parameters.isEmpty() && answers.isEmpty();
    }

    void field(String name, String descriptor, Wish wish) {
        fields.putIfAbsent(name + ":" + descriptor, wish);
    }

    void parameter(String method, int index, Wish wish) {
        parameters.putIfAbsent(method + "#" + index, wish);
    }

    void answer(String name, String descriptor, Wish wish) {
        answers.putIfAbsent(name + descriptor, wish);
    }

    @Nullable
    Wish field(java.lang.reflect.Field field) {
        return fields.isEmpty() ? null : fields.get(field.getName() + ":" + Type.getDescriptor(field.getType()));
    }

    /** For the n-th parameter of a method. */
    @Nullable
    Wish parameter(java.lang.reflect.Executable of, int index) {
        return parameters.isEmpty() ? null : parameters.get(key(of) + "#" + index);
    }

    @Nullable
    Wish answer(java.lang.reflect.Method method) {
        return answers.isEmpty() ? null : answer(method.getName(), Type.getMethodDescriptor(method));
    }

    @Nullable
    Wish answer(String name, String descriptor) {
        return answers.get(name + descriptor);
    }

    private static String key(java.lang.reflect.Executable of) {
        String owner = Type.getInternalName(of.getDeclaringClass());
        return of instanceof java.lang.reflect.Method method
                ? owner + "." + method.getName() + Type.getMethodDescriptor(method)
                : owner + ".<init>" + Type.getConstructorDescriptor((java.lang.reflect.Constructor<?>) of);
    }
}
