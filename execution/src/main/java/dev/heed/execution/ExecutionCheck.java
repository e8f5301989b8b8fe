package dev.heed.execution;

import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Evidence;
import dev.heed.verify.check.Question;
import dev.heed.verify.code.CodeIndex;
import dev.heed.verify.code.Located;
import dev.heed.verify.code.Locator;
import dev.heed.verify.fork.Bounds;
import dev.heed.verify.fork.ForkException;
import dev.heed.verify.fork.Forks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Findings, where their code is, and what running it says to them. Nothing is run before {@link #run} is called. */
public final class ExecutionCheck {
    private final List<Flagged> flagged;
    private final List<Path> classes;
    private final List<Path> libraries;
    private final Bounds bounds;
    private final List<String> unreadable;
    private final List<Located> located;

    private ExecutionCheck(
            List<Flagged> flagged, List<Path> classes, List<Path> libraries, Bounds bounds, CodeIndex index) {
        this.flagged = List.copyOf(flagged);
        this.classes = List.copyOf(classes);
        this.libraries = List.copyOf(libraries);
        this.bounds = bounds;
        unreadable = index.unreadable();
        Locator locator = new Locator(index, Evidence.load(), bounds.time());
        located = this.flagged.stream().map(one -> locator.locate(one.claim())).toList();
    }

    /**
     * Looks for the code of findings.
     *
     * @param classes directories and jars of the classes to look into
     * @param libraries what else they need
     * @param bounds what the runs for one finding may cost
     * @throws IOException if the classes cannot be read
     */
    public static ExecutionCheck of(List<Flagged> flagged, List<Path> classes, List<Path> libraries, Bounds bounds)
            throws IOException {
        Set<String> sources = new TreeSet<>();
        for (Flagged one : flagged) {
            sources.add(one.claim().lines().fileName());
            one.claim().steps().forEach(step -> sources.add(step.fileName()));
        }
        return new ExecutionCheck(flagged, classes, libraries, bounds, CodeIndex.of(classes, sources));
    }

    /** Class files that cannot be read. */
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    /** How many findings have code that can be run. */
    public long runnable() {
        return located.stream().filter(Located.Ready.class::isInstance).count();
    }

    /** What would be run for a finding; nothing if it cannot be. */
    public Optional<Question> question(int finding) {
        return located.get(finding) instanceof Located.Ready ready ? Optional.of(ready.question()) : Optional.empty();
    }

    /**
     * Runs the code of all of them.
     *
     * @param forks how many JVMs run it at once
     * @param listener is told of each as soon as it and all before it are known
     * @return all, in the order of the findings
     * @throws ForkException if no JVM can be started
     * @throws InterruptedException if the thread is interrupted; all code that ran has been ended
     */
    public List<Verified> run(int forks, Consumer<Verified> listener) throws ForkException, InterruptedException {
        Answers answers = new Answers(listener);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < located.size(); i++) {
            question(i).ifPresent(questions::add);
        }
        answers.skip();
        new Forks(classes, libraries, bounds).ask(questions, forks, (answer, millis) -> {
            answers.add(answer, millis);
            answers.skip();
        });
        return List.copyOf(answers.all);
    }

    /** Those that are known until now. */
    private final class Answers {
        private final Consumer<Verified> listener;
        private final List<Verified> all = new ArrayList<>();

        Answers(Consumer<Verified> listener) {
            this.listener = listener;
        }

        /** Goes past those that need no run, up to the next one that does. */
        void skip() {
            while (all.size() < located.size() && located.get(all.size()) instanceof Located.Unknown unknown) {
                add(unknown.answer(), 0);
            }
        }

        void add(Answer answer, long millis) {
            Verified verified = new Verified(flagged.get(all.size()), answer, millis);
            all.add(verified);
            listener.accept(verified);
        }
    }
}
