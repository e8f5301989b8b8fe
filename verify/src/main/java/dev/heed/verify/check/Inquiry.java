package dev.heed.verify.check;

import dev.heed.verify.Exploration;
import dev.heed.verify.Explorer;
import dev.heed.verify.Option;
import dev.heed.verify.Settings;
import dev.heed.verify.Trial;
import dev.heed.verify.drive.Drive;
import dev.heed.verify.drive.Wishes;
import dev.heed.verify.point.Site;
import dev.heed.verify.witness.Point;
import dev.heed.verify.witness.Witness;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One question on its way to its answer: calls what may lead to the place, until a run shows what was asked for. */
final class Inquiry {
    private static final Duration RUN = Duration.ofSeconds(1);
    /** At how many calls of stubs a drive is tried: they stand for waits that nobody knows of. */
    private static final int MOST_STUBS = 30;

    private final Explorer explorer;
    private final Question question;
    private final long start = System.nanoTime();
    private final long end;
    private long until;
    private final boolean isExact;
    private final boolean hasStubs;
    private final Set<String> waiting = new HashSet<>();
    private final Set<String> handlers = new HashSet<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final Obstacles obstacles = new Obstacles();
    private @Nullable Drive reachedBy;
    private @Nullable Drive reachedInStub;
    /** What came of an interrupt out of a stub: the answer, if no wait of real code gives a better one soon. */
    private @Nullable Answer byStub;

    private boolean isCutOff;

    /**
     * Of this question.
     *
     * @param hasStubs whether an interrupt may come out of a made-up stub, too
     */
    Inquiry(Explorer explorer, Question question, boolean hasStubs) {
        this.hasStubs = hasStubs;
        this.explorer = explorer;
        this.question = question;
        this.end = start + question.time().toNanos();
        this.until = end;
        Set<String> concerned = new HashSet<>(question.classNames());
        question.deliveries().forEach(place -> waiting.addAll(place.classNames()));
        concerned.addAll(waiting);
        question.handlers().forEach(place -> concerned.addAll(place.classNames()));
        boolean isPoint = false;
        for (Site site : explorer.sites(concerned)) {
            isPoint |= !site.deliveries().isEmpty()
                    && site.kind() != Site.Kind.STUB_POINT
                    && isAmong(question.deliveries(), site.className(), site.line());
            if (site.kind() == Site.Kind.HANDLER && isAmong(question.handlers(), site.className(), site.line())) {
                handlers.add(site.place());
            }
        }
        this.isExact = isPoint;
    }

    private static boolean isAmong(List<Place> places, String className, int line) {
        return places.stream().anyMatch(place -> place.contains(className, line));
    }

    /** Whether the wait is in code behind the place, or in what a stub stands for. */
    boolean isBehind() {
        return !isExact && !question.deliveries().isEmpty();
    }

    Answer run() throws IOException, InterruptedException {
        if (question.members().isEmpty()) {
            return driveAll();
        }
        List<Way> ways = new ArrayList<>();
        for (Member member : question.members()) {
            drive(member).ifPresent(drive -> ways.add(new Way(member, drive)));
        }
        Answer found = inTurn(ways);
        return found == null ? conclude() : found;
    }

    /** A member and how it is called. */
    private record Way(Member member, Drive drive) {}

    /**
     * First with what constructors make, for half of the time; where that does not come to the wait, with what the branches on the way
     * ask for; then with what is left.
     */
    private @Nullable Answer inTurn(List<Way> ways) throws InterruptedException {
        until = start + (end - start) / 2;
        int tried = 0;
        while (tried < ways.size() && !isOver()) {
            Answer found = follow(ways.get(tried).drive(), ways.get(tried).member());
            if (found != null) {
                return found;
            }
            // Cut off in the middle, it is tried again at last.
            tried += isOver() ? 0 : 1;
        }
        if (byStub != null) {
            return byStub;
        }
        if (reachedBy == null) {
            until = end - (end - start) / 8;
            Answer found = steered(ways);
            if (found != null) {
                return found;
            }
        }
        until = end;
        for (; tried < ways.size() && !isOver(); tried++) {
            Answer found = follow(ways.get(tried).drive(), ways.get(tried).member());
            if (found != null) {
                return found;
            }
        }
        if (byStub != null) {
            return byStub;
        }
        for (int i = 0; i < ways.size() && reachedBy == null && !isOver(); i++) {
            Answer found = follow(ways.get(i).drive().allocated(), ways.get(i).member());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Answer steered(List<Way> ways) throws InterruptedException {
        Set<String> around = new HashSet<>(question.classNames());
        around.addAll(waiting);
        // The steps from the delivery up to the handler: calls through which the interrupt comes, so that the way leads
        // down through them.
        List<Place> via = new ArrayList<>(question.deliveries());
        Place last = question.handlers().isEmpty()
                ? null
                : question.handlers().get(question.handlers().size() - 1);
        question.handlers().stream().takeWhile(place -> !place.equals(last)).forEach(via::add);
        via.forEach(place -> around.addAll(place.classNames()));
        Wishes wishes = explorer.wishes(around, (className, line) -> isAmong(via, className, line));
        List<Way> nearest = new ArrayList<>(ways);
        nearest.sort(Comparator.comparing(way -> !wishes.isTarget(
                way.member().className(), way.member().name(), way.member().descriptor())));
        List<Drive> drives = new ArrayList<>();
        nearest.forEach(way -> drives.add(way.drive().steered(wishes)));
        // Calls are left out only where the wait is not reached with all of them.
        nearest.forEach(way -> drives.add(way.drive().steered(wishes).standingIn()));
        for (int i = 0; i < drives.size(); i++) {
            if (isOver() || reachedBy != null) {
                return null;
            }
            Answer found = follow(drives.get(i), nearest.get(i % nearest.size()).member());
            if (found != null) {
                return found;
            }
        }
        return null;
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
            follow(drive, false);
        }
        if (!missing.isEmpty()) {
            return Answer.unknown(Obstacle.MISSING_CLASS, Sentences.end(missing.get(0)));
        }
        return conclude();
    }

    private @Nullable Answer follow(Drive drive, Member member) throws InterruptedException {
        return follow(drive, member.ownsThread());
    }

    /** One drive with each choice of values; the answer if that settles it. */
    private @Nullable Answer follow(Drive first, boolean ownsThread) throws InterruptedException {
        for (Optional<Drive> next = Optional.of(first); next.isPresent() && !isOver(); ) {
            Drive drive = next.get();
            Attempt attempt = new Attempt(drive);
            Settings settings = settings(ownsThread || drive.ownsThread());
            boolean isBehind = isBehind();
            // Where the wait is in code behind the place, threads that the program has started hardly come through it.
            Exploration exploration = explorer.explore(attempt, settings, isBehind ? Point::isOfMain : this::isWanted);
            boolean hasOthers = isBehind && !drive.isSteered();
            if (hasOthers && exploration.trials().stream().noneMatch(this::matches) && !isOver()) {
                exploration = explorer.explore(attempt, settings, point -> !point.isOfMain());
            }
            boolean isStub = false;
            if (hasStubs
                    && isBehind
                    && exploration.trials().stream().noneMatch(this::matches)
                    && reachedBy == null
                    && !isOver()) {
                isStub = true;
                Exploration atStubs =
                        explorer.explore(attempt, settings.withRuns(MOST_STUBS), point -> false, Point::isOfMain);
                exploration = atStubs.trials().stream().anyMatch(this::matches) ? atStubs : exploration;
            }
            Answer found = judge(exploration, drive, isStub);
            if (found != null) {
                return found;
            }
            tell(exploration, drive, isStub, attempt);
            next = attempt.next();
        }
        return null;
    }

    /** The first answer among the trials; that of a stub is kept for later. */
    private @Nullable Answer judge(Exploration exploration, Drive drive, boolean isStub) {
        for (Trial trial : exploration.trials()) {
            Answer found = matches(trial) ? judge(trial, drive, isStub) : null;
            if (found != null && !isStub) {
                return found;
            }
            byStub = byStub == null ? found : byStub;
        }
        return null;
    }

    /** Keeps in mind how near it came. */
    private void tell(Exploration exploration, Drive drive, boolean isStub, Attempt attempt) {
        List<Trial> matching =
                exploration.trials().stream().filter(this::matches).toList();
        if (matching.stream().anyMatch(this::isAtCall)) {
            if (isStub) {
                reachedInStub = reachedInStub == null ? drive : reachedInStub;
            } else {
                reachedBy = reachedBy == null ? drive : reachedBy;
            }
        } else if (!matching.isEmpty()) {
            obstacles.add(Obstacle.NOT_REACHED, drive.call() + " does not come to " + question.call() + " any more.");
        } else {
            boolean wasThereOnce = isExact && !exploration.trials().isEmpty();
            attempt.tell(exploration, wasThereOnce, obstacles);
        }
    }

    private boolean isOver() {
        long now = System.nanoTime();
        isCutOff |= now > end;
        return isCutOff || now > until;
    }

    private Settings settings(boolean ownsThread) {
        return Settings.defaults()
                .withBound(RUN)
                .withTotal(Duration.ofNanos(Math.max(0, end - System.nanoTime())))
                .with(Option.MAY_WAIT)
                .with(Option.SKIP_SLEEPS)
                .withRequested(question.properties())
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

    private @Nullable Answer judge(Trial trial, Drive drive, boolean isStub) {
        boolean isOfPlace = !question.deliveries().isEmpty();
        for (Witness witness : trial.witnesses()) {
            if (!isOfPlace) {
                witnesses.add(witness);
            } else if (question.properties().contains(witness.property()) && passesHandler(witness)) {
                boolean isSynthetic = isStub || drive.hasAllocated();
                return new Answer(Verdict.CONFIRMED, null, "", drive.call(), isSynthetic, List.of(witness));
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
        if (byStub != null) {
            return byStub;
        }
        if (isCutOff) {
            String until = reachedBy == null ? "the wait was not reached" : "nothing failed";
            return Answer.unknown(
                    Obstacle.TIMED_OUT,
                    "Not all ways there could be tried in " + question.time().toSeconds() + " s; until then " + until
                            + ".");
        }
        if (reachedBy != null && reachedBy.leavesOutCalls()) {
            return Answer.unknown(
                    Obstacle.LEFT_OUT,
                    reachedBy.call()
                            + " comes to the wait only where calls before it are left out; nothing fails then, but what they"
                            + " do may matter.");
        }
        if (reachedBy != null) {
            return new Answer(Verdict.NOT_REPRODUCED, null, "", reachedBy.call(), reachedBy.hasAllocated(), witnesses);
        }
        if (reachedInStub != null) {
            return new Answer(Verdict.NOT_REPRODUCED, null, "", reachedInStub.call(), true, witnesses);
        }
        return obstacles.answer();
    }
}
