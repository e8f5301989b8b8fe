package dev.heed.engine.fix;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Scan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies fixes to sources in memory, and keeps those that prove good: what comes of them is scanned again, and must be
 * readable, without the finding, and without any new one, in whatever file. A fix that fails is taken back, and the next best
 * one of its finding is tried. Nothing is written anywhere.
 *
 * <p>The result is a fixed point: a second run finds nothing more to do, unless the bounds on rounds ended the first.
 */
public final class Fixer {
    private static final int MOST_PASSES = 4;
    private static final int MOST_ROUNDS = 30;
    private static final int MOST_ALONG = 3;

    private final Scan scan;
    private final Settings settings;

    /**
     * How to go about it.
     *
     * @param unsafe whether fixes that are marked unsafe are applied, too
     * @param proof has the last word on each fix
     * @param progress takes a few words on what is going on, now and then
     * @param wanted which findings are to be fixed, as the first scan told them; others are neither fixed nor told of
     */
    public record Settings(boolean unsafe, Proof proof, Consumer<String> progress, Predicate<Finding> wanted) {

        /** To fix all there is. */
        public Settings(boolean unsafe, Proof proof, Consumer<String> progress) {
            this(unsafe, proof, progress, finding -> true);
        }

        /** The same for some findings only. */
        public Settings only(Predicate<Finding> some) {
            return new Settings(unsafe, proof, progress, some);
        }
    }

    /**
     * A fixer.
     *
     * @param scan used again and again
     */
    public Fixer(Scan scan, Settings settings) {
        this.scan = scan;
        this.settings = settings;
    }

    /**
     * Runs.
     *
     * @param input all sources that belong together, and what to scan them with
     * @throws InterruptedException if the thread is interrupted; nothing has come of it then
     */
    public FixResult run(Scan.Input input) throws InterruptedException {
        return new Run(input).run();
    }

    private final class Run {
        private final Scan.Input input;
        private final List<FixResult.Applied> applied = new ArrayList<>();
        private final Map<Finding, Map<String, FixResult.TakenBack>> refused = new IdentityHashMap<>();
        private final List<Notification> notifications = new ArrayList<>();
        private final Map<Finding, String> excluded = new IdentityHashMap<>();
        private State state;
        private int rounds;
        private int scans;
        private boolean isOver;

        Run(Scan.Input input) {
            this.input = input;
            state = State.first(Sources.of(input.files()), new ScanOutput(List.of(), List.of()));
        }

        FixResult run() throws InterruptedException {
            Sources sources = state.sources();
            State first = State.first(sources, scan(sources));
            state = first;
            notifications.addAll(first.output().notifications());
            List<Finding> fixable = first.output().findings().stream()
                    .filter(settings.wanted())
                    .filter(finding -> finding.fixes().stream().anyMatch(this::mayApply))
                    .toList();
            excluded.putAll(settings.proof().exclude(fixable, sources.files()));
            for (int pass = 1; pass <= MOST_PASSES && !isOver; pass++) {
                int before = applied.size();
                boolean isFirst = refused.isEmpty();
                refused.clear();
                rounds(!isFirst);
                // What was taken back may do now, since other fixes have been made behind it: only a pass that changes
                // nothing is the end.
                if (refused.isEmpty() || applied.size() == before) {
                    break;
                }
            }
            return result(first);
        }

        /** Rounds until nothing is left to try; of what failed in the last pass it is known that it may well fail again. */
        private void rounds(boolean areSuspects) throws InterruptedException {
            for (int round = 1; round <= MOST_ROUNDS && !isOver; round++) {
                List<Proposal> batch = Selection.of(state, this::isAllowed);
                if (batch.isEmpty()) {
                    return;
                }
                rounds++;
                settings.progress().accept("round " + rounds + ", " + batch.size() + " fixes");
                accept(batch, areSuspects);
            }
        }

        private ScanOutput scan(Sources sources) throws InterruptedException {
            scans++;
            return ScanOutput.of(scan, input, sources.files());
        }

        private boolean isAllowed(Proposal proposal) {
            Map<String, FixResult.TakenBack> known = refused.get(proposal.original());
            return settings.wanted().test(proposal.original())
                    && mayApply(proposal.fix())
                    && !excluded.containsKey(proposal.original())
                    && (known == null || !known.containsKey(proposal.text()));
        }

        private boolean mayApply(Fix fix) {
            return settings.unsafe() || fix.safety() == Fix.Safety.SAFE;
        }

        /** Keeps of a batch what is good, and takes the rest back. */
        private void accept(List<Proposal> batch, boolean areSuspects) throws InterruptedException {
            Trial trial = batch.isEmpty() || isOver ? null : attempt(batch);
            if (trial == null || endsEarly(trial)) {
                return;
            }
            boolean isGood = trial.gaps().isEmpty()
                    && trial.fresh().isEmpty()
                    && batch.stream().noneMatch(trial::isThere);
            if (isGood) {
                prove(batch, trial);
            } else if (batch.size() == 1) {
                alone(batch.get(0), trial);
            } else {
                divide(batch, trial.suspects(batch), areSuspects ? trial : null);
            }
        }

        private void divide(List<Proposal> batch, List<Proposal> suspects, @Nullable Trial second)
                throws InterruptedException {
            if (suspects.size() < batch.size()) {
                accept(without(batch, suspects), false);
                accept(again(suspects), true);
                return;
            }
            Map<Proposal, String> blamed = second == null ? Map.of() : second.blame(batch);
            if (!blamed.isEmpty()) {
                // Twice, among others and among its like, it has failed in its own place: so it does alone.
                for (Map.Entry<Proposal, String> one : blamed.entrySet()) {
                    if (second != null && uncoversWhatCanBeFixed(second, one.getKey())) {
                        accept(again(List.of(one.getKey())), true);
                    } else {
                        refuse(one.getKey(), one.getValue());
                    }
                }
                accept(again(without(batch, List.copyOf(blamed.keySet()))), true);
                return;
            }
            int half = batch.size() / 2;
            accept(batch.subList(0, half), false);
            accept(again(batch.subList(half, batch.size())), false);
        }

        private boolean uncoversWhatCanBeFixed(Trial trial, Proposal proposal) {
            return !trial.isThere(proposal)
                    && trial.fresh().stream()
                            .filter(finding ->
                                    finding.function().equals(proposal.finding().function())
                                            && proposal.touches(finding.file().path()))
                            .allMatch(finding -> finding.fixes().stream().anyMatch(this::mayApply));
        }

        private @Nullable Trial attempt(List<Proposal> batch) throws InterruptedException {
            List<TextEdit> edits = new ArrayList<>();
            batch.forEach(proposal -> edits.addAll(proposal.fix().edits()));
            Trial.Edits made = Trial.Edits.none(state.sources()).then(edits);
            if (made != null) {
                return new Trial(state, made, scan(made.sources()));
            } else if (batch.size() == 1) {
                refuse(batch.get(0), "its edits do not fit the file");
            } else {
                for (Proposal proposal : batch) {
                    accept(again(List.of(proposal)), false);
                }
            }
            return null;
        }

        /** Whether something outside of what was edited could not be analyzed this time: no scan can be relied on then. */
        private boolean endsEarly(Trial trial) {
            Optional<Notification> foreign =
                    trial.gaps().stream().filter(trial::isForeign).findFirst();
            foreign.ifPresent(gap -> {
                notifications.add(gap);
                notifications.add(Notification.incomplete(
                        gap.path(), null, "The fixing ended early, as this could not be analyzed a second time."));
                isOver = true;
            });
            return isOver;
        }

        private void prove(List<Proposal> batch, Trial trial) throws InterruptedException {
            Map<Proposal, String> objections = settings.proof()
                    .refuse(
                            batch,
                            state.sources().files(),
                            trial.edits().sources().files());
            if (objections.isEmpty()) {
                batch.forEach(
                        proposal -> applied.add(new FixResult.Applied(proposal.original(), proposal.fix(), List.of())));
                state = trial.after();
                return;
            }
            if (batch.size() == 1) {
                objections.forEach(this::refuse);
                return;
            }
            List<Proposal> doubtful =
                    batch.stream().filter(objections::containsKey).toList();
            accept(without(batch, doubtful), false);
            for (Proposal proposal : doubtful) {
                accept(again(List.of(proposal)), false);
            }
        }

        /** A fix that fails by nothing but what it uncovers gets another chance together with the fix of that. */
        private void alone(Proposal proposal, Trial first) throws InterruptedException {
            String reason = first.reason(proposal);
            Trial trial = first;
            List<Fix> along = new ArrayList<>();
            while (along.size() < MOST_ALONG && trial.gaps().isEmpty() && !trial.isThere(proposal)) {
                if (trial.fresh().isEmpty()) {
                    keep(proposal, along, trial);
                    return;
                }
                Fix next = trial.fresh().get(0).fixes().stream()
                        .filter(this::mayApply)
                        .findFirst()
                        .orElse(null);
                Trial.Edits made = next == null ? null : trial.edits().then(next.edits());
                if (next == null || made == null) {
                    break;
                }
                along.add(next);
                trial = new Trial(state, made, scan(made.sources()));
                if (endsEarly(trial)) {
                    return;
                }
            }
            refuse(proposal, reason == null ? "what it uncovers has no end" : reason);
        }

        private void keep(Proposal proposal, List<Fix> along, Trial trial) throws InterruptedException {
            Map<Proposal, String> objections = settings.proof()
                    .refuse(
                            List.of(proposal),
                            state.sources().files(),
                            trial.edits().sources().files());
            if (objections.isEmpty()) {
                applied.add(new FixResult.Applied(proposal.original(), proposal.fix(), along));
                state = trial.after();
            } else {
                objections.forEach(this::refuse);
            }
        }

        private void refuse(Proposal proposal, String reason) {
            refused.computeIfAbsent(proposal.original(), finding -> new LinkedHashMap<>())
                    .put(proposal.text(), new FixResult.TakenBack(proposal.fix(), reason));
        }

        private static List<Proposal> without(List<Proposal> batch, List<Proposal> others) {
            return batch.stream().filter(proposal -> !others.contains(proposal)).toList();
        }

        /** The same proposals in the state as it is now, as far as they still stand. */
        private List<Proposal> again(List<Proposal> proposals) {
            List<Proposal> found = new ArrayList<>();
            for (Proposal proposal : proposals) {
                state.live().stream()
                        .filter(live -> live.original() == proposal.original())
                        .findFirst()
                        .flatMap(live -> Selection.best(live, one -> one.text().equals(proposal.text())))
                        .ifPresent(found::add);
            }
            return found;
        }

        private List<FixResult.TakenBack> takenBack(State.Live live, Collection<FixResult.TakenBack> tried) {
            String why = excluded.get(live.original());
            return why == null
                    ? List.copyOf(tried)
                    : live.original().fixes().stream()
                            .filter(this::mayApply)
                            .limit(1)
                            .map(fix -> new FixResult.TakenBack(fix, why))
                            .toList();
        }

        private FixResult result(State first) {
            List<FixResult.Remaining> remaining = new ArrayList<>();
            Map<Finding, Boolean> there = new IdentityHashMap<>();
            for (State.Live live : state.live()) {
                there.put(live.original(), true);
                if (!settings.wanted().test(live.original())) {
                    continue;
                }
                Map<String, FixResult.TakenBack> takenBack = refused.getOrDefault(live.original(), Map.of());
                List<Fix> withheld = live.now().fixes().stream()
                        .filter(fix -> !mayApply(fix))
                        .toList();
                remaining.add(new FixResult.Remaining(
                        live.original(), live.now(), takenBack(live, takenBack.values()), withheld));
            }
            applied.forEach(one -> there.put(one.finding(), true));
            List<Finding> along = first.output().findings().stream()
                    .filter(finding ->
                            !there.containsKey(finding) && settings.wanted().test(finding))
                    .toList();
            applied.sort(Comparator.comparing(FixResult.Applied::finding, Finding.ORDER));
            return new FixResult(
                    (int) first.output().findings().stream()
                            .filter(settings.wanted())
                            .count(),
                    applied,
                    along,
                    remaining,
                    state.sources().changes(),
                    notifications,
                    rounds,
                    scans);
        }
    }
}
