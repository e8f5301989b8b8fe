package dev.heed.verify.check;

import dev.heed.verify.Exploration;
import dev.heed.verify.Explorer;
import dev.heed.verify.Option;
import dev.heed.verify.Settings;
import dev.heed.verify.Trial;
import dev.heed.verify.drive.Drive;
import dev.heed.verify.point.Site;
import dev.heed.verify.witness.Point;
import dev.heed.verify.witness.Witness;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One question on its way to its answer: calls what may lead to the place, until a run shows what was asked for. */
final class Inquiry {
    private static final Duration RUN = Duration.ofSeconds(1);

    private final Explorer explorer;
    private final Question question;
    private final long end;
    private final boolean isExact;
    private final Set<String> waiting = new HashSet<>();
    private final Set<String> handlers = new HashSet<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final Obstacles obstacles = new Obstacles();
    private @Nullable Drive reachedBy;
    private boolean isCutOff;

    Inquiry(Explorer explorer, Question question) {
        this.explorer = explorer;
        this.question = question;
        this.end = System.nanoTime() + question.time().toNanos();
        Set<String> concerned = new HashSet<>(question.classNames());
        question.deliveries().forEach(place -> waiting.addAll(place.classNames()));
        concerned.addAll(waiting);
        question.handlers().forEach(place -> concerned.addAll(place.classNames()));
        boolean isPoint = false;
        for (Site site : explorer.sites(concerned)) {
            isPoint |= !site.deliveries().isEmpty() && isAmong(question.deliveries(), site.className(), site.line());
            if (site.kind() == Site.Kind.HANDLER && isAmong(question.handlers(), site.className(), site.line())) {
                handlers.add(site.place());
            }
        }
        this.isExact = isPoint;
    }

    private static boolean isAmong(List<Place> places, String className, int line) {
        return places.stream().anyMatch(place -> place.contains(className, line));
    }

    Answer run() throws IOException, InterruptedException {
        if (question.members().isEmpty()) {
            return driveAll();
        }
        List<Drive> drives = new ArrayList<>();
        for (Member member : question.members()) {
            Optional<Drive> drive = drive(member);
            if (drive.isPresent()) {
                drives.add(drive.get());
                Answer found = follow(drive.get(), member.ownsThread());
                if (found != null) {
                    return found;
                }
            }
        }
        if (reachedBy == null && !isCutOff) {
            for (Drive drive : drives) {
                Answer found = follow(drive.allocated(), drive.ownsThread());
                if (found != null) {
                    return found;
                }
            }
        }
        return conclude();
    }

    private Optional<Drive> drive(Member member) {
        try {
            return explorer.drive(member.className(), member.name(), member.descriptor())
                    .map(drive -> drive.preferring(waiting));
        } catch (ClassNotFoundException | LinkageError e) {
            obstacles.add(e);
            return Optional.empty();
        }
    }

    /** All members of all classes: for examples, in which nobody has pointed at a place. */
    private Answer driveAll() throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        for (Drive drive : explorer.drives(question.classNames()::contains, missing)) {
            follow(drive, drive.ownsThread());
        }
        if (!missing.isEmpty()) {
            return Answer.unknown(Obstacle.MISSING_CLASS, Sentences.end(missing.get(0)));
        }
        return conclude();
    }

    /** One drive with each choice of values; the answer if that settles it. */
    private @Nullable Answer follow(Drive first, boolean ownsThread) throws InterruptedException {
        for (Optional<Drive> next = Optional.of(first); next.isPresent() && !isOver(); ) {
            Drive drive = next.get();
            Attempt attempt = new Attempt(drive);
            Exploration exploration =
                    explorer.explore(attempt, settings(ownsThread || drive.ownsThread()), this::isWanted);
            boolean wasReached = false;
            boolean wasAtCall = false;
            for (Trial trial : exploration.trials()) {
                if (matches(trial)) {
                    wasReached = true;
                    wasAtCall |= isAtCall(trial);
                    Answer found = judge(trial, drive);
                    if (found != null) {
                        return found;
                    }
                }
            }
            if (wasAtCall) {
                reachedBy = reachedBy == null ? drive : reachedBy;
            } else if (wasReached) {
                obstacles.add(
                        Obstacle.NOT_REACHED, drive.call() + " does not come to " + question.call() + " any more.");
            } else {
                boolean wasThereOnce = isExact && !exploration.trials().isEmpty();
                attempt.tell(exploration, wasThereOnce, obstacles);
            }
            next = drive.next();
        }
        return null;
    }

    private boolean isOver() {
        isCutOff |= System.nanoTime() > end;
        return isCutOff;
    }

    private Settings settings(boolean ownsThread) {
        return Settings.defaults()
                .withBound(RUN)
                .withTotal(Duration.ofNanos(Math.max(0, end - System.nanoTime())))
                .with(Option.MAY_WAIT)
                .with(Option.SKIP_SLEEPS)
                .with(Option.OWNS_THREAD, ownsThread);
    }

    private boolean isWanted(Point point) {
        return !isExact || isAmong(question.deliveries(), point.className(), point.line());
    }

    /** Whether the cancellation was delivered, and came through one of the lines asked for. */
    private boolean matches(Trial trial) {
        boolean wasDelivered = trial.verdict() == Trial.Verdict.PASSED || trial.verdict() == Trial.Verdict.FAILED;
        return wasDelivered
                && (isExact
                        || question.deliveries().isEmpty()
                        || trial.through().stream()
                                .anyMatch(frame ->
                                        isAmong(question.deliveries(), frame.getClassName(), frame.getLineNumber())));
    }

    private boolean isAtCall(Trial trial) {
        return question.call().isEmpty() || question.call().equals(trial.point().call());
    }

    private @Nullable Answer judge(Trial trial, Drive drive) {
        boolean isOfPlace = !question.deliveries().isEmpty();
        for (Witness witness : trial.witnesses()) {
            if (!isOfPlace) {
                witnesses.add(witness);
            } else if (question.properties().contains(witness.property()) && passesHandler(witness)) {
                return new Answer(Verdict.CONFIRMED, null, "", drive.call(), drive.hasAllocated(), List.of(witness));
            }
        }
        return null;
    }

    private boolean passesHandler(Witness witness) {
        return handlers.isEmpty()
                || witness.steps().stream()
                        .anyMatch(step -> step.what().startsWith("caught: ") && handlers.contains(step.place()));
    }

    private Answer conclude() {
        boolean isShown =
                witnesses.stream().anyMatch(witness -> question.properties().contains(witness.property()));
        if (isShown) {
            return new Answer(Verdict.CONFIRMED, null, "", "", false, witnesses);
        }
        if (isCutOff) {
            String until = reachedBy == null ? "the wait was not reached" : "nothing failed";
            return Answer.unknown(
                    Obstacle.TIMED_OUT,
                    "Not all ways there could be tried in " + question.time().toSeconds() + " s; until then " + until
                            + ".");
        }
        if (reachedBy != null) {
            return new Answer(Verdict.NOT_REPRODUCED, null, "", reachedBy.call(), reachedBy.hasAllocated(), witnesses);
        }
        return obstacles.answer();
    }
}
