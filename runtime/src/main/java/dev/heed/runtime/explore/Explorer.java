package dev.heed.runtime.explore;

import dev.heed.runtime.CancelledException;
import dev.heed.runtime.DeadlockException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.LoopEvent;
import dev.heed.runtime.Schedule;
import dev.heed.runtime.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a scenario once for every step of the loop, in virtual time, and cancels its victim right after that step: with the order of
 * arrival, and with shuffled schedules if asked for.
 */
public final class Explorer {
    private static final long MOST_STEPS = 10_000;

    private final Scenario scenario;

    private Explorer(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * A run that went wrong.
     *
     * @param step after which the victim was cancelled
     * @param schedule in which order tasks ran
     * @param problem what was wrong
     * @param trace what happened
     */
    public record Failure(long step, String schedule, String problem, List<LoopEvent> trace) {}

    /**
     * What was found.
     *
     * @param runs how many runs there were
     * @param failures those that went wrong, by schedule and step
     */
    public record Findings(int runs, List<Failure> failures) {

        /** The steps at which it went wrong, under any schedule. */
        public List<Long> steps() {
            return List.copyOf(
                    new TreeSet<>(failures.stream().map(Failure::step).toList()));
        }

        /** The failure with the smallest step, or null. */
        public @Nullable Failure smallest() {
            return failures.stream()
                    .reduce((a, b) -> b.step() < a.step() ? b : a)
                    .orElse(null);
        }
    }

    /**
     * What a run shows in which nobody is cancelled.
     *
     * @param steps those after which there is a victim that has not ended, and can be cancelled
     * @param problem what went wrong, or null
     */
    public record Undisturbed(List<Long> steps, @Nullable String problem) {
        public Undisturbed {
            steps = List.copyOf(steps);
        }
    }

    /** Runs with the order of arrival, and cancels nothing. */
    public static Undisturbed undisturbed(Scenario scenario) {
        Run run = new Explorer(scenario).new Run(0);
        long unused = run.play(Schedule.fifo());
        return new Undisturbed(run.open, run.problem);
    }

    /** Runs with the order of arrival, and cancels the victim after one step. */
    public static Optional<Failure> cancelAfter(Scenario scenario, long step) {
        Run run = new Explorer(scenario).new Run(step);
        Schedule order = Schedule.fifo();
        long unused = run.play(order);
        String problem = run.problem;
        return problem == null
                ? Optional.empty()
                : Optional.of(new Failure(step, order.toString(), problem, List.copyOf(run.events)));
    }

    /** Cancels after every step, with the order of arrival. */
    public static Findings explore(Scenario scenario) {
        return explore(scenario, 0);
    }

    /** The same, and under as many shuffled schedules, with the seeds 1, 2, ... */
    public static Findings explore(Scenario scenario, int shuffles) {
        Explorer explorer = new Explorer(scenario);
        List<Failure> failures = new ArrayList<>();
        int runs = 0;
        for (int seed = 0; seed <= shuffles; seed++) {
            long chosen = seed;
            Supplier<Schedule> schedule = () -> chosen == 0 ? Schedule.fifo() : Schedule.shuffled(chosen);
            long steps = explorer.new Run(0).play(schedule.get());
            for (long step = 1; step <= Math.min(steps, MOST_STEPS); step++) {
                Run run = explorer.new Run(step);
                Schedule order = schedule.get();
                long unused = run.play(order);
                runs++;
                String problem = run.problem;
                if (problem != null) {
                    failures.add(new Failure(step, order.toString(), problem, List.copyOf(run.events)));
                }
            }
        }
        return new Findings(runs, List.copyOf(failures));
    }

    /** One run; step 0 cancels nothing. */
    private final class Run {
        private final long step;
        private final List<LoopEvent> events = new ArrayList<>();
        private final List<Long> open = new ArrayList<>();
        private @Nullable Task<?> victim;
        private boolean isAccepted;
        private @Nullable String problem;

        Run(long step) {
            this.step = step;
        }

        long play(Schedule schedule) {
            Loop loop = Loop.builder()
                    .schedule(schedule)
                    .listener(events::add)
                    .reporter(report -> {})
                    .afterStep(this::stepped)
                    .build();
            try {
                loop.run(() -> scenario.run(loop, task -> victim = task));
            } catch (DeadlockException e) {
                problem = e.getMessage();
            } catch (CancelledException e) {
                // Main waited for the victim: how that ended is looked at below.
                problem = null;
            } catch (RuntimeException e) {
                problem = "main failed: " + e;
            }
            long steps = loop.steps();
            Task<?> task = victim;
            if (problem == null && task != null && step > 0) {
                problem = task.isDone() ? scenario.problem(task, isAccepted) : task + " has not ended";
            }
            loop.close();
            return steps;
        }

        private void stepped(long number) {
            Task<?> task = victim;
            if (task != null && !task.isDone() && open.size() < MOST_STEPS) {
                open.add(number);
            }
            if (number == step && task != null) {
                isAccepted = task.cancel("explored: after step " + number);
            }
        }
    }
}
