package dev.heed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.fix.Fixer;
import dev.heed.engine.fix.Proof;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;
import dev.heed.input.ClassPath;
import dev.heed.report.Baseline;
import dev.heed.report.ReportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program can do with Heed. */
class HeedTest {
    private static final String LOSES = """
            class Poller {
                void poll(java.util.concurrent.BlockingQueue<Runnable> queue) {
                    while (true) {
                        try {
                            queue.take().run();
                        } catch (InterruptedException e) {
                            System.out.println("interrupted");
                        }
                    }
                }
            }
            """;

    @TempDir
    Path root;

    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notifications = new ArrayList<>();

    private ScanRequest.Builder request() throws IOException {
        Files.writeString(root.resolve("Poller.java"), LOSES);
        return ScanRequest.builder()
                .workingDirectory(root)
                .input(".")
                .cache(false)
                .listener(new ScanListener() {
                    @Override
                    public void onFinding(Finding finding) {
                        findings.add(finding);
                    }

                    @Override
                    public void onNotification(Notification notification) {
                        notifications.add(notification.path() + ": " + notification.message());
                    }
                });
    }

    @Test
    void tellsItsFindingsToAListenerAndToReports() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ScanOutcome outcome = Heed.load()
                .scan(request()
                        .report(ReportFormat.CONCISE, out, StandardCharsets.UTF_8)
                        .report(ReportFormat.SARIF, root.resolve("heed.sarif"))
                        .build());
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(outcome.summary().findings()).isEqualTo(1);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("swallowed-interrupt");
            assertThat(finding.file().path()).isEqualTo("Poller.java");
        });
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Poller.java:6:");
        assertThat(root.resolve("heed.sarif")).content().contains("swallowed-interrupt");
    }

    @Test
    void aListenerIsToldFirst() throws Exception {
        List<Integer> written = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Heed.load()
                .scan(request()
                        .listener(new ScanListener() {
                            @Override
                            public void onFinding(Finding finding) {
                                written.add(out.size());
                            }

                            @Override
                            public void onNotification(Notification notification) {}
                        })
                        .report(ReportFormat.CONCISE, out, StandardCharsets.UTF_8)
                        .build());
        assertThat(written).containsExactly(0);
        assertThat(out.size()).isPositive();
    }

    @Test
    void suppressedFindingsAreForReportsOnly() throws Exception {
        ScanRequest.Builder request = request();
        Files.writeString(
                root.resolve("Poller.java"),
                LOSES.replace("Exception e) {", "Exception e) { // heed: ignore[swallowed-interrupt] it is a test"));
        List<Finding> recorded = new ArrayList<>();
        ScanOutcome outcome = Heed.load()
                .scan(request.recorder(new ScanListener() {
                            @Override
                            public void onFinding(Finding finding) {
                                recorded.add(finding);
                            }

                            @Override
                            public void onNotification(Notification notification) {}
                        })
                        .build());
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CLEAN);
        assertThat(findings).isEmpty();
        assertThat(recorded).singleElement().matches(Finding::isSuppressed);
    }

    @Test
    void whatDoesNotFailStillCounts() throws Exception {
        ScanOutcome outcome = Heed.load().scan(request().failOn(FailOn.NEVER).build());
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CLEAN);
        assertThat(outcome.summary().findings()).isEqualTo(1);
    }

    @Test
    void onlyTheSelectedRulesRun() throws Exception {
        assertThat(Heed.load()
                        .scan(request().select(List.of("cleanup")).build())
                        .exitCode())
                .isEqualTo(ExitCode.CLEAN);
        assertThatThrownBy(() -> Heed.load()
                        .scan(request().select(List.of("swallowed-interupt")).build()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("did you mean swallowed-interrupt?");
    }

    @Test
    void onlyWhatIsSureEnoughIsTold() throws Exception {
        Parts likely = new Parts(FakeScan::run, List.of(), StandardParts.load().rules());
        assertThat(new Heed(likely).scan(request().build()).summary().findings())
                .isEqualTo(2);
        findings.clear();
        ScanOutcome sure = new Heed(likely)
                .scan(request().confidence(Finding.Confidence.PROVED).build());
        assertThat(sure.summary().findings()).isEqualTo(1);
        assertThat(findings).extracting(Finding::confidence).containsExactly(Finding.Confidence.PROVED);
    }

    @Test
    void anInterruptLeavesReportsOfWhatWasFound() throws Exception {
        Parts interrupted = new Parts(
                (input, listener) -> {
                    FakeScan.run(input, listener);
                    throw new InterruptedException();
                },
                List.of(),
                StandardParts.load().rules());
        Path report = root.resolve("heed.json");
        assertThatThrownBy(() -> new Heed(interrupted)
                        .scan(request().report(ReportFormat.JSON, report).build()))
                .isInstanceOf(InterruptedException.class);
        assertThat(report).content().contains("A thing is lost").contains("interrupted");
        assertThat(notifications).singleElement().asString().contains("The scan was interrupted");
    }

    @Test
    void whatIsMissingFromTheClassPathIsAWarning() throws Exception {
        ClassPath classPath = new ClassPath(root);
        classPath.add("nosuch.jar");
        ScanOutcome outcome = Heed.load().scan(request().classPath(classPath).build());
        assertThat(outcome.warnings()).singleElement().asString().contains("nosuch.jar does not exist");
        assertThat(outcome.isIncomplete()).isFalse();
    }

    @Test
    void wrongRequestsAreRefusedBeforeTheScan() throws Exception {
        assertThatThrownBy(() -> Heed.load().scan(request().threads(-1).build()))
                .isInstanceOf(UserException.class);
        assertThatThrownBy(() -> Heed.load()
                        .scan(request()
                                .models(List.of(root.resolve("nosuch.yaml")))
                                .build()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("nosuch.yaml");
        assertThat(findings).isEmpty();
    }

    private static final String ALSO = """
            class Other {
                void pause() {
                    try {
                        Thread.sleep(1);
                    } catch (InterruptedException e) {
                        System.out.println("interrupted");
                    }
                }

                void rest() {
                    try {
                        Thread.sleep(2);
                    } catch (InterruptedException e) {
                        System.out.println("interrupted");
                    }
                }
            }
            """;

    private FixOutcome fix(@Nullable Baseline known) throws Exception {
        return Heed.load().fix(request().baseline(known).build(), new Fixer.Settings(true, Proof.NONE, text -> {}));
    }

    @Test
    void whatTheBaselineKnowsIsNotFixed() throws Exception {
        ScanOutcome.Comparison all = Heed.load()
                .scan(request().baseline(new Baseline(List.of())).build())
                .comparison();
        assertThat(all).isNotNull();
        assertThat(fix(null).files()).hasSize(1);
        FixOutcome known = fix(new Baseline(all.fresh()));
        assertThat(known.files()).isEmpty();
        assertThat(known.result().found()).isZero();
        assertThat(known.known()).isEqualTo(1);
    }

    @Test
    void whatIsNewIsFixedBesideWhatIsKnown() throws Exception {
        Files.writeString(root.resolve("Other.java"), ALSO);
        ScanOutcome.Comparison all = Heed.load()
                .scan(request().baseline(new Baseline(List.of())).build())
                .comparison();
        assertThat(all).isNotNull();
        assertThat(all.fresh()).hasSize(3);
        FixOutcome outcome = fix(new Baseline(all.fresh().stream()
                .filter(entry -> !entry.function().contains("rest"))
                .toList()));
        assertThat(outcome.known()).isEqualTo(2);
        assertThat(outcome.result().found()).isEqualTo(1);
        assertThat(outcome.files())
                .singleElement()
                .satisfies(file -> assertThat(file.change().after())
                        .isEqualTo(ALSO.replaceFirst(
                                "(?s)(sleep\\(2\\).*?interrupted\"\\);\n)",
                                "$1            Thread.currentThread().interrupt();\n")));
    }

    @Test
    void artifactsNeedSomebodyWhoFetchesThem() throws Exception {
        ScanOutcome outcome = Heed.load()
                .scan(ScanRequest.builder().cache(false).input("maven:a:b:1").build());
        assertThat(outcome.isIncomplete()).isTrue();
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        List<String> told = new ArrayList<>();
        Heed.load()
                .scan(request()
                        .threads(1)
                        .progress(new ScanProgress() {
                            @Override
                            public synchronized void reading(int done, int total) {
                                told.add("reading " + done + " of " + total);
                            }

                            @Override
                            public void analyzing(int files) {
                                told.add("analyzing " + files);
                            }

                            @Override
                            public void done() {
                                told.add("done");
                            }
                        })
                        .build());
        assertThat(told).containsExactly("reading 0 of 1", "reading 1 of 1", "analyzing 1", "done");
    }
}
