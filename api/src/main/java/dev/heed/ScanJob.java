package dev.heed;

import dev.heed.config.Config;
import dev.heed.engine.fix.FileChange;
import dev.heed.engine.fix.FixResult;
import dev.heed.engine.fix.Fixer;
import dev.heed.engine.model.ModelException;
import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.model.Models;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.input.ChangedLines;
import dev.heed.input.Inputs;
import dev.heed.report.Baseline;
import dev.heed.report.BaselineFilter;
import dev.heed.report.BaselineTrend;
import dev.heed.report.ReportContext;
import dev.heed.report.ReportException;
import dev.heed.report.Reports;
import dev.heed.report.SourceLinks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One scan: from its request to its outcome. */
final class ScanJob {
    private static final int MAX_THREADS = 1024;

    private final Parts parts;
    private final ScanRequest request;

    ScanJob(Parts parts, ScanRequest request) {
        this.parts = parts;
        this.request = request;
    }

    ScanOutcome run() throws UserException, IOException, InterruptedException {
        // All that can be wrong with the request is said before the work begins.
        List<Parts.Known> selected = selected();
        Models models = models();
        Baseline baseline = request.baseline();
        Scan scan = ScanCache.of(parts, request, selected);
        checkBounds();
        try (Inputs inputs = inputs();
                Reports reports = open(context(selected))) {
            return scan(scan, inputs, selected, models, baseline, reports);
        }
    }

    /**
     * Fixes what it finds, in memory.
     *
     * @param settings how; without its progress, which is that of the request
     */
    FixOutcome fix(Fixer.Settings settings) throws UserException, IOException, InterruptedException {
        List<Parts.Known> selected = selected();
        Models models = models();
        Baseline baseline = request.baseline();
        checkBounds();
        try (Inputs inputs = inputs()) {
            for (String input : request.inputs()) {
                inputs.add(input);
            }
            ChangedLines changed = changed(inputs);
            OpenScan open = new OpenScan(parts.scan(), this::configured, request.confidence(), baseline);
            FixResult result = new Fixer(open, changed == null ? settings : settings.only(changed::touch))
                    .run(input(inputs, selected, models));
            List<Notification> notifications = new ArrayList<>(inputs.notifications());
            request.classPathWarnings().forEach(warning -> notifications.add(Notification.info(null, warning)));
            notifications.addAll(result.notifications());
            // Archives close behind this: what is asked of their files is asked now.
            List<FixOutcome.Fixed> files = new ArrayList<>();
            for (FileChange change : result.changes()) {
                files.add(FixOutcome.Fixed.of(change));
            }
            return new FixOutcome(result, files, open.known(), notifications, warnings(inputs, changed));
        } finally {
            request.progress().done();
        }
    }

    private List<Parts.Known> selected() throws UserException {
        request.config().check(RuleSelection.names(parts.rules()));
        return RuleSelection.of(parts.rules(), request.selected(), request.ignored());
    }

    private Inputs inputs() {
        Inputs inputs = new Inputs(
                request.inputOptions(), request.workingDirectory(), request.standardInput(), request.artifacts());
        inputs.unsaved(request.unsaved());
        return inputs;
    }

    private void checkBounds() throws UserException {
        if (request.threads() < 1 || request.threads() > MAX_THREADS) {
            throw new UserException("--threads must be from 1 to " + MAX_THREADS + ".");
        }
        if (request.fileTimeout().isNegative()) {
            throw new UserException("--file-timeout must be 0 or more seconds.");
        }
    }

    private ScanOutcome scan(
            Scan scan,
            Inputs inputs,
            List<Parts.Known> selected,
            Models models,
            @Nullable Baseline baseline,
            Reports reports)
            throws UserException, InterruptedException {
        Tally tally = new Tally(toAll(reports), request.failOn(), request.confidence());
        ScanSummary summary;
        BaselineFilter filter = null;
        ChangedLines changed = null;
        ChangedFilter fresh = null;
        ScanOutcome.Comparison comparison = null;
        try {
            for (String input : request.inputs()) {
                inputs.add(input);
            }
            inputs.notifications().forEach(tally::onNotification);
            request.classPathWarnings().forEach(warning -> tally.onNotification(Notification.info(null, warning)));
            changed = changed(inputs);
            fresh = changed == null ? null : new ChangedFilter(changed, request.confidence(), tally);
            ScanListener told = fresh == null ? tally : fresh;
            filter = baseline == null ? null : new BaselineFilter(baseline, paths(inputs), told);
            summary = tally.complete(
                    scan.run(input(inputs, selected, models), configured(filter == null ? told : filter)));
            if (filter != null) {
                filter.end();
                summary = tally.complete(summary);
                comparison = compared(filter, selected);
                reports.compared(new BaselineTrend(
                        fresh == null ? comparison.fresh().size() : tally.findings(),
                        comparison.known().size(),
                        comparison.gone(),
                        comparison.elsewhere().size()));
            }
        } catch (InterruptedException e) {
            endOf(filter);
            // The user has seen enough: what was found until now is shown on the way out.
            tally.onNotification(Notification.incomplete(
                    null, null, "The scan was interrupted; only what was found until then is shown."));
            end(reports, tally.partial(inputs.files().size()), ExitCode.INTERRUPTED);
            throw e;
        } catch (OutOfMemoryError e) {
            endOf(filter);
            tally.onNotification(Notification.incomplete(
                    null,
                    null,
                    "The scan ended early because it needs more memory; only what was found until then is shown. Give it a"
                            + " larger -Xmx (HEED_JAVA_OPTS), or less at a time."));
            summary = tally.partial(inputs.files().size());
        }
        end(reports, summary, tally.exitCode());
        return new ScanOutcome(
                summary,
                tally.exitCode(),
                selected.stream().map(Parts.Known::descriptor).toList(),
                warnings(inputs, changed),
                fresh == null ? 0 : fresh.unchanged(),
                comparison);
    }

    private @Nullable ChangedLines changed(Inputs inputs) throws UserException, InterruptedException {
        String since = request.since();
        return since == null ? null : ChangedLines.since(since, inputs.files(), request.environment());
    }

    private List<String> warnings(Inputs inputs, @Nullable ChangedLines changed) {
        List<String> ofInputs = joined(inputs.warnings(), request.classPathWarnings());
        return changed == null ? ofInputs : joined(ofInputs, changed.warnings());
    }

    /** Applies what the configuration says of single rules and files. */
    private ScanListener configured(ScanListener next) {
        if (!request.config().hasFindingSettings()) {
            return next;
        }
        Map<String, String> families = new HashMap<>();
        parts.rules()
                .forEach(rule -> families.put(
                        rule.descriptor().name(), rule.descriptor().family().id()));
        Config.FindingSettings settings = request.config().findingSettings(request.workingDirectory(), families);
        return new ScanListener() {
            @Override
            public void onFinding(Finding finding) {
                settings.apply(finding).ifPresent(next::onFinding);
            }

            @Override
            public void onNotification(Notification notification) {
                next.onNotification(notification);
            }
        };
    }

    /** Lets go what it still holds. */
    private static void endOf(@Nullable BaselineFilter filter) {
        if (filter != null) {
            filter.end();
        }
    }

    private static Set<String> paths(Inputs inputs) {
        Set<String> paths = new HashSet<>();
        inputs.files().forEach(file -> paths.add(file.path()));
        return paths;
    }

    private static ScanOutcome.Comparison compared(BaselineFilter filter, List<Parts.Known> selected) {
        Set<String> ran = new HashSet<>();
        selected.forEach(rule -> ran.add(rule.descriptor().name()));
        List<Baseline.Entry> gone = filter.gone(ran);
        List<Baseline.Entry> elsewhere = new ArrayList<>(filter.gone());
        elsewhere.removeAll(gone);
        return new ScanOutcome.Comparison(filter.found(), filter.known(), gone, elsewhere);
    }

    Scan.Input input(Inputs inputs, List<Parts.Known> selected, Models models) {
        List<FrontEnd> frontEnds = new ArrayList<>();
        parts.frontEnds().forEach(frontEnd -> frontEnds.add(new CountingFrontEnd(frontEnd, request.progress())));
        return new Scan.Input(
                inputs.files(),
                joined(request.classPath(), inputs.classPath()),
                frontEnds,
                selected.stream().map(Parts.Known::rule).toList(),
                models,
                request.threads(),
                request.fileTimeout());
    }

    private void end(Reports reports, ScanSummary summary, int exitCode) throws UserException {
        request.progress().done();
        try {
            reports.end(summary, exitCode);
        } catch (IOException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private Models models() throws UserException {
        List<Path> files = request.models();
        try {
            return files.isEmpty() ? ModelFiles.shippedLate() : ModelFiles.load(files);
        } catch (ModelException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private Reports open(ReportContext context) throws UserException {
        Reports reports = new Reports(context);
        try {
            for (ReportTarget target : request.targets()) {
                if (target instanceof ReportTarget.ToFile file) {
                    reports.add(file.format(), file.file());
                } else if (target instanceof ReportTarget.ToStream stream) {
                    reports.add(stream.format(), stream.out(), stream.charset());
                }
            }
            return reports;
        } catch (ReportException e) {
            reports.close();
            throw new UserException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            reports.close();
            throw new UserException("The report cannot be begun: " + e.getMessage() + ".", e);
        }
    }

    private ReportContext context(List<Parts.Known> selected) {
        return ReportContext.builder(
                        Version.number(),
                        selected.stream().map(Parts.Known::descriptor).toList())
                .workingDirectory(request.workingDirectory())
                .colour(request.isColoured())
                .width(request.width())
                .verbosity(request.verbosity())
                .links(SourceLinks.of(request.environment()))
                .build();
    }

    /** The listener first: it may have to clear a line on the terminal before a report is written there. */
    private ScanListener toAll(Reports reports) {
        return new ScanListener() {
            @Override
            public void onFinding(Finding finding) {
                if (!finding.isSuppressed()) {
                    request.listener().onFinding(finding);
                }
                reports.onFinding(finding);
                request.recorders().forEach(recorder -> recorder.onFinding(finding));
            }

            @Override
            public void onNotification(Notification notification) {
                request.listener().onNotification(notification);
                reports.onNotification(notification);
                request.recorders().forEach(recorder -> recorder.onNotification(notification));
            }
        };
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
