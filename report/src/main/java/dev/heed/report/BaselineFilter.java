package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Suppression;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * On the way from a scan to its reports: marks the findings that a baseline knows. Findings that the sources suppress go
 * by. Holds the findings of one file at a time; {@link #end} lets the last ones go.
 *
 * <p>A finding is known if its fingerprint is; or if one of the same rule, file and function, with the same message, is, and is not
 * found any more itself: the code was changed or written anew, the mistake is the same. The entries of files
 * that are not scanned any more may be those of files that were moved: they are matched by their code.
 */
public final class BaselineFilter implements ScanListener {
    private final ScanListener next;
    private final Set<Baseline.Entry> open;
    private final Map<String, List<Baseline.Entry>> byFingerprint;
    private final Map<String, List<Baseline.Entry>> byPlace;
    private final Map<String, List<Baseline.Entry>> byContent;
    private final Set<String> scanned;
    private final Fingerprints fingerprints;
    private final List<Finding> held = new ArrayList<>();
    private final List<Baseline.Entry> current = new ArrayList<>();
    private final List<Baseline.Entry> fresh = new ArrayList<>();

    /**
     * Puts a baseline in front of reports.
     *
     * @param scanned the paths of the files that are scanned
     */
    public BaselineFilter(Baseline baseline, Set<String> scanned, ScanListener next) {
        this.next = next;
        this.open = new LinkedHashSet<>(baseline.entries());
        this.byFingerprint = open.stream().collect(Collectors.groupingBy(Baseline.Entry::fingerprint));
        this.byPlace = open.stream().collect(Collectors.groupingBy(BaselineFilter::place));
        this.byContent = open.stream()
                .filter(entry -> !scanned.contains(entry.file()))
                .collect(Collectors.groupingBy(Baseline.Entry::content));
        this.scanned = Set.copyOf(scanned);
        this.fingerprints = new Fingerprints(new SourceTexts());
    }

    @Override
    public void onFinding(Finding finding) {
        if (!held.isEmpty() && !held.get(0).file().path().equals(finding.file().path())) {
            release();
        }
        held.add(finding);
    }

    @Override
    public void onNotification(Notification notification) {
        next.onNotification(notification);
    }

    /** No more findings come. */
    public void end() {
        release();
    }

    /** What was found and is known, as it is to be written down now. */
    public List<Baseline.Entry> known() {
        return List.copyOf(current);
    }

    /** What was found and is not known. */
    public List<Baseline.Entry> found() {
        return List.copyOf(fresh);
    }

    /** What is known and was not found any more; also entries that this scan could not find, as their files were not in it. */
    public List<Baseline.Entry> gone() {
        return List.copyOf(open);
    }

    /** What is known and would have been found if it were still there. */
    public List<Baseline.Entry> gone(Set<String> rulesThatRan) {
        return open.stream()
                .filter(entry -> scanned.contains(entry.file()) && rulesThatRan.contains(entry.rule()))
                .toList();
    }

    private void release() {
        List<Baseline.Entry> entries = new ArrayList<>();
        for (Finding finding : held) {
            Fingerprints.Pair pair = fingerprints.next(finding);
            entries.add(new Baseline.Entry(
                    finding.rule(),
                    finding.file().path(),
                    finding.function(),
                    finding.message(),
                    pair.own(),
                    pair.content()));
        }
        Set<Integer> matched = new HashSet<>();
        match(entries, matched, byFingerprint, Baseline.Entry::fingerprint);
        match(entries, matched, byPlace, BaselineFilter::place);
        match(entries, matched, byContent, Baseline.Entry::content);
        for (int i = 0; i < held.size(); i++) {
            Finding finding = held.get(i);
            if (finding.isSuppressed()) {
                next.onFinding(finding);
            } else if (matched.contains(i)) {
                current.add(entries.get(i));
                next.onFinding(finding.suppressed(new Suppression(Suppression.Kind.BASELINE, "")));
            } else {
                fresh.add(entries.get(i));
                next.onFinding(finding);
            }
        }
        held.clear();
    }

    private static String place(Baseline.Entry entry) {
        return String.join("\0", entry.file(), entry.rule(), entry.function(), entry.message());
    }

    private void match(
            List<Baseline.Entry> entries,
            Set<Integer> matched,
            Map<String, List<Baseline.Entry>> known,
            Function<Baseline.Entry, String> key) {
        for (int i = 0; i < entries.size(); i++) {
            if (!matched.contains(i) && !held.get(i).isSuppressed()) {
                for (Baseline.Entry old : known.getOrDefault(key.apply(entries.get(i)), List.of())) {
                    if (open.remove(old)) {
                        matched.add(i);
                        break;
                    }
                }
            }
        }
    }
}
