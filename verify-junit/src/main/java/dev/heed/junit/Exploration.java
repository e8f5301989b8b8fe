package dev.heed.junit;

import dev.heed.verify.Baseline;
import dev.heed.verify.Exploring;
import dev.heed.verify.Goal;
import dev.heed.verify.run.Program;
import dev.heed.verify.run.Switchboard;
import dev.heed.verify.witness.Property;
import dev.heed.verify.witness.Witness;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known so far of one {@link CancellationTest}. Its tests run one after the other, in one thread. */
final class Exploration {
    /** Those of the tests that run now; launches nested in them find here what is known already. */
    private static final Map<String, Exploration> RUNNING = new ConcurrentHashMap<>();

    private final String id;
    private final Exploring exploring;
    private final Switchboard switchboard;
    private final Map<Goal, Exploring.Delivered> delivered = new LinkedHashMap<>();
    private @Nullable Baseline baseline;
    private boolean hasFailed;

    private Exploration(String id, Exploring exploring, Switchboard switchboard) {
        this.id = id;
        this.exploring = exploring;
        this.switchboard = switchboard;
    }

    /** The one of this test template, which runs already if this is a nested launch. */
    static Exploration of(String id, Exploring exploring, Switchboard switchboard) {
        return RUNNING.computeIfAbsent(id, unknown -> new Exploration(unknown, exploring, switchboard));
    }

    static boolean isRunning(String id) {
        return RUNNING.containsKey(id);
    }

    String id() {
        return id;
    }

    void end() {
        RUNNING.remove(id);
    }

    /** Whether the undisturbed run has been made. */
    boolean isBegun() {
        return baseline != null;
    }

    /** The runs with one cancellation; none if the test fails undisturbed. */
    List<Goal> goals() {
        return baseline == null || hasFailed ? List.of() : baseline.goals();
    }

    boolean isDelivered(Goal goal) {
        return delivered.containsKey(goal);
    }

    /** The runs with a second cancellation that are known so far. */
    List<Goal> seconds() {
        List<Goal> seconds = new ArrayList<>();
        for (Goal goal : goals()) {
            Exploring.Delivered first = delivered.get(goal);
            if (first != null) {
                seconds.addAll(first.again());
            }
        }
        return seconds;
    }

    /** Makes the undisturbed run. */
    Baseline begin(Program program) throws InterruptedException, ReflectiveOperationException {
        try {
            Baseline made = exploring.begin(program);
            baseline = made;
            return made;
        } finally {
            switchboard.connect(null);
        }
    }

    /** The test fails when nobody disturbs it: there is nothing to explore. */
    void failed() {
        hasFailed = true;
    }

    /** Makes a run with cancellations. */
    Exploring.Delivered deliver(Program program, Goal goal) throws InterruptedException, ReflectiveOperationException {
        Baseline undisturbed = baseline;
        if (undisturbed == null) {
            throw new IllegalStateException("the undisturbed run has not been made");
        }
        try {
            Exploring.Delivered made = exploring.deliver(program, undisturbed, goal, known(goal));
            delivered.put(goal, made);
            return made;
        } finally {
            switchboard.connect(null);
        }
    }

    /** The properties that the first cancellation alone violates. */
    private Set<Property> known(Goal goal) {
        Set<Property> known = EnumSet.noneOf(Property.class);
        if (goal.second() != null) {
            delivered.forEach((other, made) -> {
                if (other.second() == null
                        && other.plan().get(0).equals(goal.plan().get(0))) {
                    made.trial().witnesses().stream().map(Witness::property).forEach(known::add);
                }
            });
        }
        return known;
    }

    Switchboard switchboard() {
        return switchboard;
    }
}
