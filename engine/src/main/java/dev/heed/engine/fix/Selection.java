package dev.heed.engine.fix;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses the fixes of one round: for each finding the best one, if it keeps clear of those chosen before. Two fixes come too
 * near if they edit the same lines, or if one edits lines that the path of the other's finding passes: the second may look
 * otherwise once the first is applied, and waits for the next round.
 */
final class Selection {
    private final Map<String, BitSet> edited = new HashMap<>();
    private final Map<String, BitSet> passed = new HashMap<>();
    private final Set<TextEdit> imports = new HashSet<>();

    /** The proposals of a round, in the order of the findings. */
    static List<Proposal> of(State state, Predicate<Proposal> isAllowed) {
        Selection selection = new Selection();
        List<Proposal> chosen = new ArrayList<>();
        for (State.Live live : state.live()) {
            best(live, isAllowed)
                    .filter(best -> best.fix().edits().stream()
                            .noneMatch(edit -> state.output().hasGap(edit.file().path())))
                    .filter(selection::claim)
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    /** The best fix of a finding that is allowed. */
    static Optional<Proposal> best(State.Live live, Predicate<Proposal> isAllowed) {
        for (Fix fix : live.now().fixes()) {
            Proposal proposal = new Proposal(live.original(), live.now(), fix);
            if (!fix.edits().isEmpty() && isAllowed.test(proposal)) {
                return Optional.of(proposal);
            }
        }
        return Optional.empty();
    }

    private boolean claim(Proposal proposal) {
        Map<String, BitSet> edits = new HashMap<>();
        List<TextEdit> added = new ArrayList<>();
        for (TextEdit edit : proposal.fix().edits()) {
            if (isImport(edit)) {
                added.add(edit);
            } else {
                mark(edits, edit.file().path(), edit.span());
            }
        }
        Map<String, BitSet> path = new HashMap<>();
        Finding finding = proposal.finding();
        mark(path, finding.file().path(), finding.span());
        for (Step step : finding.path()) {
            mark(path, step.file().path(), step.span());
        }
        if (meet(edits, edited) || meet(edits, passed) || meet(path, edited)) {
            return false;
        }
        imports.addAll(added);
        edits.forEach(
                (file, lines) -> edited.computeIfAbsent(file, f -> new BitSet()).or(lines));
        path.forEach(
                (file, lines) -> passed.computeIfAbsent(file, f -> new BitSet()).or(lines));
        return true;
    }

    /** Several fixes may want the same one. */
    private static boolean isImport(TextEdit edit) {
        return edit.replacement().startsWith("import ")
                && edit.span().equals(edit.span().before());
    }

    private static void mark(Map<String, BitSet> lines, String path, Span span) {
        lines.computeIfAbsent(path, p -> new BitSet()).set(span.startLine(), span.endLine() + 1);
    }

    private static boolean meet(Map<String, BitSet> some, Map<String, BitSet> others) {
        return some.entrySet().stream()
                .anyMatch(file ->
                        others.containsKey(file.getKey()) && file.getValue().intersects(others.get(file.getKey())));
    }
}
