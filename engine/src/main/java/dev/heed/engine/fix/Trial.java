package dev.heed.engine.fix;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Some fixes applied to a state, and a scan of what came of it, compared with that of before. */
final class Trial {
    private static final String STILL_THERE = "the finding would still be there";

    private final State before;
    private final Edits edits;
    private final ScanOutput output;
    private final List<State.Live> live = new ArrayList<>();
    private final List<Finding> fresh = new ArrayList<>();

    Trial(State before, Edits edits, ScanOutput output) {
        this.before = before;
        this.edits = edits;
        this.output = output;
        match();
    }

    /**
     * Edits that are applied one layer after the other.
     *
     * @param sources as they are afterwards
     * @param layers by path
     */
    record Edits(Sources sources, Map<String, List<TextChanges>> layers) {

        static Edits none(Sources sources) {
            return new Edits(sources, Map.of());
        }

        /** These, and then others; null if those do not fit together. */
        @Nullable
        Edits then(List<TextEdit> more) {
            Map<String, Set<TextEdit>> byPath = new TreeMap<>();
            more.forEach(edit -> byPath.computeIfAbsent(edit.file().path(), p -> new LinkedHashSet<>())
                    .add(edit));
            Map<String, List<TextChanges>> all = new TreeMap<>(layers);
            Map<String, String> texts = new TreeMap<>();
            for (Map.Entry<String, Set<TextEdit>> file : byPath.entrySet()) {
                String text = sources.text(file.getKey()).orElse(null);
                TextChanges changes = text == null ? null : TextChanges.of(text, file.getValue());
                if (text == null || changes == null) {
                    return null;
                }
                List<TextChanges> those = new ArrayList<>(layers.getOrDefault(file.getKey(), List.of()));
                those.add(changes);
                TextChanges imports = TextChanges.of(changes.text(), UnusedImports.of(text, changes.text()));
                if (imports != null) {
                    those.add(imports);
                }
                all.put(file.getKey(), List.copyOf(those));
                texts.put(file.getKey(), those.get(those.size() - 1).text());
            }
            return new Edits(sources.with(texts), all);
        }

        private @Nullable Span map(String path, Span span) {
            Span mapped = span;
            for (TextChanges changes : layers.getOrDefault(path, List.of())) {
                mapped = mapped == null ? null : changes.map(mapped);
            }
            return mapped;
        }
    }

    private record Place(String rule, String path, Span span) {}

    private void match() {
        Map<Place, List<State.Live>> places = new LinkedHashMap<>();
        List<State.Live> displaced = new ArrayList<>();
        for (State.Live one : before.live()) {
            String path = one.now().file().path();
            Span span = edits.map(path, one.now().span());
            if (span == null) {
                displaced.add(one);
            } else {
                places.computeIfAbsent(new Place(one.now().rule(), path, span), p -> new ArrayList<>())
                        .add(one);
            }
        }
        List<Finding> open = new ArrayList<>();
        for (Finding finding : output.findings()) {
            Place place = new Place(finding.rule(), finding.file().path(), finding.span());
            State.Live same = take(
                    places.getOrDefault(place, new ArrayList<>()),
                    finding,
                    (a, b) -> a.function().equals(b.function()));
            if (same == null) {
                open.add(finding);
            } else {
                live.add(new State.Live(same.original(), finding));
            }
        }
        for (Finding finding : open) {
            State.Live same = take(displaced, finding, Trial::isOfSameFunction);
            if (same == null) {
                fresh.add(finding);
            } else {
                live.add(new State.Live(same.original(), finding));
            }
        }
        live.sort((a, b) -> Finding.ORDER.compare(a.now(), b.now()));
    }

    private static boolean isOfSameFunction(Finding a, Finding b) {
        return a.rule().equals(b.rule())
                && a.file().path().equals(b.file().path())
                && a.function().equals(b.function());
    }

    /** The one that fits best, which is taken out. */
    private static State.@Nullable Live take(
            List<State.Live> from, Finding finding, BiPredicate<Finding, Finding> fits) {
        State.Live best = null;
        for (State.Live one : from) {
            if (fits.test(one.now(), finding)
                    && (best == null
                            || (!best.now().message().equals(finding.message())
                                    && one.now().message().equals(finding.message())))) {
                best = one;
            }
        }
        if (best != null) {
            from.remove(best);
        }
        return best;
    }

    Edits edits() {
        return edits;
    }

    ScanOutput output() {
        return output;
    }

    /** Findings that were not there before. */
    List<Finding> fresh() {
        return fresh;
    }

    /** The state that follows. */
    State after() {
        return new State(edits.sources(), output, live);
    }

    /** Whether the finding of a proposal is still there. */
    boolean isThere(Proposal proposal) {
        return live.stream().anyMatch(one -> one.original() == proposal.original());
    }

    /** What could be analyzed before and not now. */
    List<Notification> gaps() {
        Set<List<@Nullable String>> known = new HashSet<>();
        before.output().gaps().forEach(gap -> known.add(key(gap)));
        return output.gaps().stream().filter(gap -> !known.contains(key(gap))).toList();
    }

    private static List<@Nullable String> key(Notification gap) {
        return java.util.Arrays.asList(gap.path(), gap.message());
    }

    /** Whether a gap is in a file that was not touched: whatever the reason is, it is no fix. */
    boolean isForeign(Notification gap) {
        String path = gap.path();
        return path == null || !edits.layers().containsKey(path);
    }

    /** Why a proposal, applied alone, must not be kept; null if all is well. */
    @Nullable
    String reason(Proposal proposal) {
        List<Notification> gaps = gaps();
        if (!gaps.isEmpty()) {
            return "the file could not be analyzed afterwards: " + gaps.get(0).message();
        } else if (isThere(proposal)) {
            return STILL_THERE;
        } else if (!fresh.isEmpty()) {
            return brings(fresh.get(0));
        }
        return null;
    }

    /** Those of several proposals that what is wrong points at; all if it points at none. */
    List<Proposal> suspects(List<Proposal> batch) {
        Set<Proposal> found = new LinkedHashSet<>();
        batch.stream().filter(this::isThere).forEach(found::add);
        boolean isSure = true;
        for (Finding finding : fresh) {
            List<Proposal> near = near(finding, batch);
            found.addAll(near);
            isSure &= !near.isEmpty();
        }
        for (Notification gap : gaps()) {
            String path = gap.path();
            List<Proposal> near = those(batch, p -> path != null && p.touches(path));
            found.addAll(near);
            isSure &= !near.isEmpty();
        }
        return isSure ? List.copyOf(found) : batch;
    }

    /**
     * Those of several proposals that are at fault, and why: their finding is still there, or there is a new one which no other
     * of them comes near to.
     */
    Map<Proposal, String> blame(List<Proposal> batch) {
        Map<Proposal, String> blamed = new LinkedHashMap<>();
        for (Proposal proposal : batch) {
            if (isThere(proposal)) {
                blamed.put(proposal, STILL_THERE);
            }
        }
        for (Finding finding : fresh) {
            List<Proposal> near = near(finding, batch);
            if (near.size() == 1) {
                blamed.putIfAbsent(near.get(0), brings(finding));
            }
        }
        return blamed;
    }

    /** Those that are about the function of a new finding, else about one that it names, else about its file. */
    private static List<Proposal> near(Finding finding, List<Proposal> batch) {
        String path = finding.file().path();
        List<Proposal> inFunction =
                those(batch, p -> p.touches(path) && p.finding().function().equals(finding.function()));
        if (!inFunction.isEmpty()) {
            return inFunction;
        }
        List<Proposal> named = those(batch, p -> isNamed(p.finding().function(), finding));
        return named.isEmpty() ? those(batch, p -> p.touches(path)) : named;
    }

    private static boolean isNamed(String function, Finding finding) {
        String quoted = "'" + function + "'";
        return finding.message().contains(quoted)
                || finding.path().stream().anyMatch(step -> step.message().contains(quoted));
    }

    private static List<Proposal> those(List<Proposal> batch, Predicate<Proposal> isOne) {
        return batch.stream().filter(isOne).toList();
    }

    private static String brings(Finding finding) {
        return "it would bring a new finding: " + finding.rule() + " in '" + finding.function() + "'";
    }
}
