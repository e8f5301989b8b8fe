package dev.heed.verify.check;

import dev.heed.verify.Explorer;
import dev.heed.verify.witness.Property;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Answers questions by running the code in this JVM. Each question gets class loaders of its own, also for the libraries: no answer
 * depends on what was asked before.
 */
public final class Check {
    private final List<Path> classes;
    private final List<Path> libraries;

    /**
     * Of these classes.
     *
     * @param classes directories and jars of the classes to look into
     * @param libraries what else they need
     */
    public Check(List<Path> classes, List<Path> libraries) {
        this.classes = List.copyOf(classes);
        this.libraries = List.copyOf(libraries);
    }

    private static Duration rest(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /**
     * Runs the code.
     *
     * @throws IOException if the class path cannot be read
     * @throws InterruptedException if the calling thread is interrupted; the current run is stopped
     */
    public Answer answer(Question question) throws IOException, InterruptedException {
        boolean withFailures = question.properties().stream().anyMatch(Property::needsFailures);
        try (Explorer explorer = Explorer.of(classes, libraries, withFailures)) {
            long end = System.nanoTime() + question.time().toNanos();
            Answer answer = new Inquiry(explorer, question, false).run();
            Duration rest = rest(end);
            if (answer.verdict() != Verdict.UNCONFIRMED || rest.isZero()) {
                return answer;
            }
            // All that leads to waits of real code has been tried: made-up ones have what is left of the time.
            Inquiry ofStubs = new Inquiry(explorer, question.within(rest), true);
            Answer inStub = ofStubs.isBehind() ? ofStubs.run() : answer;
            rest = rest(end);
            if (inStub.verdict() != Verdict.UNCONFIRMED || question.passed().isEmpty() || rest.isZero()) {
                return inStub.verdict() != Verdict.UNCONFIRMED ? inStub : answer;
            }
            Answer passed = new Inquiry(explorer, question.ofPassed(rest), true).run();
            return passed.verdict() == Verdict.CONFIRMED ? passed : answer;
        }
    }
}
