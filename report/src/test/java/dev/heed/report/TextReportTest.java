package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*m");

    @Test
    void showsCodePathRemedyAndFix() {
        assertThat(text(FakeFindings.swallowed())).isEqualTo("""
                        warning[swallowed-interrupt]: The interrupt caught here is logged and lost; 'run' keeps taking jobs after shutdown.
                          --> src/main/java/app/Worker.java:19:15 in app.Worker.run (proved)
                           |
                        15 |         while (running) {
                           |         --------------- 3. the loop goes on; the interrupt is lost
                        16 |             try {
                        17 |                 Job job = queue.take();
                           |                           ------------ 1. 'take' delivers the interrupt
                        18 |                 job.start();
                        19 |             } catch (InterruptedException e) {
                           |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                           |               2. it is caught; the thread's interrupt status is clear
                        20 |                 log.warn("interrupted", e);
                           |
                           = see: src/main/java/app/Worker.java:7:13: 'running' is never written before an interrupt
                           = help: Leave the loop when interrupted, and set the status again for those who called 'run'.
                           = fix (safe): Restore the interrupt status and leave the loop
                        20 -                 log.warn("interrupted", e);
                        20 +                 Thread.currentThread().interrupt();
                        21 +                 return;
                           = or (unsafe): Let the exception pass to the caller

                        """);
    }

    @Test
    void showsAPathThroughSeveralSources() {
        assertThat(text(FakeFindings.wrapped())).contains("""
                        12 |             throw new IllegalStateException("no connection", e);
                           |             ---------------------------------------------------- 4. it leaves as a failure
                           |
                          ::: lib/net-1.0-sources.jar!/net/Connections.java:5:9
                         5 |         changed.await();
                           |         --------------- 1. 'await' delivers the interrupt
                           |
                        """).contains("""
                           = fix (safe): Restore the interrupt status before throwing
                        12 +             if (e instanceof InterruptedException) {
                        13 +                 Thread.currentThread().interrupt();
                        14 +             }
                        """);
    }

    @Test
    void coloursChangeNothingButColours() {
        ReportContext colour = FakeFindings.context().colour(true).build();
        List<Notification> notifications = List.of(FakeFindings.broken());
        String painted = Written.by(ReportFormat.TEXT, colour, FakeFindings.both(), notifications);
        String plain =
                Written.by(ReportFormat.TEXT, FakeFindings.context().build(), FakeFindings.both(), notifications);

        assertThat(painted).isNotEqualTo(plain);
        assertThat(COLOUR.matcher(painted).replaceAll("")).isEqualTo(plain);
    }

    @Test
    void givesThePathInWordsIfTheSourceIsGone() {
        FakeSource gone = new FakeSource("Gone.java", null);
        Finding finding = FakeFindings.plain(gone, new Span(7, 3, 7, 9), "Lost.");

        assertThat(text(finding)).isEqualTo("""
                        warning[swallowed-interrupt]: Lost.
                         --> Gone.java:7:3 in f (proved)
                          |
                          = 1: Gone.java:7:3: it is lost here
                          = help: Do not.

                        """);
    }

    @Test
    void survivesASourceThatBecameShorter() {
        FakeSource shorter = new FakeSource("A.java", "a\nb\n");
        Finding finding = new Finding(
                "r",
                FakeFindings.SWALLOWED.level(),
                Finding.Confidence.PROVED,
                shorter,
                new Span(2, 1, 40, 9),
                "f",
                "Lost.",
                List.of(
                        new Step(shorter, new Span(1, 1, 1, 2), "here"),
                        new Step(shorter, new Span(9, 1, 9, 2), "there")),
                List.of(),
                "Do not.",
                List.of(new Fix(
                        "Mend it", Fix.Safety.SAFE, List.of(new TextEdit(shorter, new Span(9, 1, 9, 2), "x")))));

        assertThat(text(finding))
                .contains("1 | a\n  | - 1. here\n  |\n  = 2: A.java:9:1: there\n")
                .contains("= fix (safe): Mend it\n\n");
    }

    @Test
    void underlinesTheFirstLineOfALongSpan() {
        FakeSource source = new FakeSource("A.java", "try {\n  f();\n} catch (E e) {\n}\n");
        Finding finding = FakeFindings.plain(source, new Span(1, 1, 4, 2), "Lost.");

        assertThat(text(finding)).contains("1 | try {\n  | ^^^^^ 1. it is lost here\n2 |   f();\n");
    }

    @Test
    void marksHolesInTheCode() {
        FakeSource source = new FakeSource("A.java", "a\nb\nc\nd\ne\nf\ng\nh\n");
        Finding plain = FakeFindings.plain(source, new Span(7, 1, 7, 2), "Lost.");
        List<Step> path = List.of(
                new Step(source, new Span(1, 1, 1, 2), "one"),
                new Step(source, new Span(4, 1, 4, 2), "two"),
                new Step(source, new Span(7, 1, 7, 2), "three"));

        assertThat(text(withPath(plain, path))).contains("""
                          |
                        1 | a
                          | - 1. one
                        ...
                        4 | d
                          | - 2. two
                        5 | e
                        6 | f
                        7 | g
                          | ^ 3. three
                        8 | h
                          |
                        """);
    }

    @Test
    void showsALongPathFromBothEnds() {
        FakeSource source = new FakeSource("A.java", "x\n".repeat(100));
        List<Step> path = new ArrayList<>();
        for (int line = 1; line <= 100; line++) {
            path.add(new Step(source, new Span(line, 1, line, 2), "step"));
        }

        assertThat(text(withPath(FakeFindings.plain(source, new Span(100, 1, 100, 2), "Lost."), path)))
                .contains(" 8. step")
                .doesNotContain(" 9. step")
                .doesNotContain(" 92. step")
                .contains(" 93. step")
                .contains("= path: 84 steps in the middle are not shown.");
    }

    @Test
    void neverIsWiderThanTheTerminalWhereCodeIsConcerned() {
        FakeSource source = new FakeSource("A.java", "\t\tx = \"" + "\u8a9e".repeat(300) + "\"; y();\n");
        String report = Written.by(
                ReportFormat.TEXT,
                FakeFindings.context().width(60).build(),
                List.of(FakeFindings.plain(source, source.span("y()"), "Lost.")),
                List.of());

        assertThat(report).contains("y();\n").contains("^^^");
        report.lines()
                .filter(line -> line.contains("|"))
                .forEach(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(60));
    }

    @Test
    void closesWithWhatWasFound() {
        ReportContext context = FakeFindings.context().build();

        assertThat(Written.by(ReportFormat.TEXT, context, List.of(), List.of()))
                .isEqualTo("Found nothing in 120 files.\n");
        assertThat(Written.by(
                        ReportFormat.TEXT,
                        context,
                        List.of(),
                        List.of(Notification.incomplete(null, null, "Out of memory."))))
                .isEqualTo("incomplete: Out of memory.\n\nFound nothing in 120 files. The scan is incomplete.\n");
    }

    @Test
    void saysMoreOnlyIfAsked() {
        List<Notification> notifications = List.of(Notification.info("A.java", "Read twice."));
        ReportContext quiet =
                FakeFindings.context().verbosity(ReportContext.Verbosity.QUIET).build();
        ReportContext verbose = FakeFindings.context()
                .verbosity(ReportContext.Verbosity.VERBOSE)
                .build();

        assertThat(Written.by(ReportFormat.TEXT, quiet, List.of(), notifications))
                .isEmpty();
        assertThat(Written.by(ReportFormat.TEXT, verbose, List.of(), notifications))
                .isEqualTo("""
                        note: A.java: Read twice.

                        Found nothing in 120 files.
                        Analyzed 34,567 lines and 2,345 functions: read 0.82 s, rules 0.05 s.
                        """);
    }

    @Test
    void listsNotificationsInTheSameOrderHoweverTheyCome() {
        List<Notification> one = List.of(
                FakeFindings.broken(), FakeFindings.crash(), Notification.incomplete("A.java", null, "It is binary."));
        List<Notification> other = List.of(one.get(2), one.get(0), one.get(1));
        ReportContext context = FakeFindings.context().build();

        assertThat(Written.by(ReportFormat.TEXT, context, List.of(), other))
                .isEqualTo(Written.by(ReportFormat.TEXT, context, List.of(), one));
    }

    private static Finding withPath(Finding f, List<Step> path) {
        return new Finding(
                f.rule(),
                f.level(),
                f.confidence(),
                f.file(),
                f.span(),
                f.function(),
                f.message(),
                path,
                f.related(),
                f.remedy(),
                f.fixes());
    }

    private static String text(Finding finding) {
        String all = Written.by(ReportFormat.TEXT, FakeFindings.context().build(), List.of(finding), List.of());
        return all.substring(0, all.indexOf("Found 1 finding"));
    }
}
