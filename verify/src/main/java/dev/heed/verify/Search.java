package dev.heed.verify;

import dev.heed.verify.run.Program;
import dev.heed.verify.witness.Point;
import dev.heed.verify.witness.Property;
import dev.heed.verify.witness.Witness;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** All runs of an exploration, within its bounds. */
final class Search {
    private final Exploring exploring;
    private final Settings settings;
    private final Program program;
    private final Predicate<Point> isWanted;
    private final Predicate<Point> isStubWanted;
    private final List<Trial> trials = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private long end;

    Search(
            Exploring exploring,
            Settings settings,
            Program program,
            Predicate<Point> isWanted,
            Predicate<Point> isStubWanted) {
        this.exploring = exploring;
        this.settings = settings;
        this.program = program;
        this.isWanted = isWanted;
        this.isStubWanted = isStubWanted;
    }

    Exploration run() throws InterruptedException, ReflectiveOperationException {
        end = System.nanoTime() + settings.total().toNanos();
        Baseline baseline = exploring.begin(program);
        notes.addAll(baseline.record().notes());
        for (Goal goal : baseline.goals()) {
            if (!(exploring.isAtStub(goal) ? isStubWanted : isWanted).test(goal.point())) {
                continue;
            }
            if (!hasRoom()) {
                break;
            }
            explore(baseline, goal);
        }
        return new Exploration(baseline.ending(), baseline.problem(), trials, List.copyOf(notes));
    }

    private void explore(Baseline baseline, Goal goal) throws InterruptedException, ReflectiveOperationException {
        Exploring.Delivered first = deliver(baseline, goal, EnumSet.noneOf(Property.class));
        Set<Property> known = EnumSet.noneOf(Property.class);
        first.trial().witnesses().stream().map(Witness::property).forEach(known::add);
        for (Goal again : first.again()) {
            if (hasRoom()) {
                deliver(baseline, again, known);
            }
        }
    }

    private Exploring.Delivered deliver(Baseline baseline, Goal goal, Set<Property> known)
            throws InterruptedException, ReflectiveOperationException {
        Exploring.Delivered delivered = exploring.deliver(program, baseline, goal, known);
        trials.add(delivered.trial());
        notes.addAll(delivered.notes());
        return delivered;
    }

    private boolean hasRoom() {
        if (trials.size() >= settings.runs()) {
            notes.add("stopped after " + trials.size() + " runs");
            return false;
        }
        if (System.nanoTime() > end) {
            notes.add("stopped after " + Exploring.inSeconds(settings.total()) + " s");
            return false;
        }
        Runtime heap = Runtime.getRuntime();
        if (heap.totalMemory() - heap.freeMemory() > heap.maxMemory() * settings.memory()) {
            notes.add("stopped for want of memory");
            return false;
        }
        return true;
    }
}
