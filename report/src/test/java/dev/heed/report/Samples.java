package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Samples to look at: {@code FORMAT [colour]} prints one, {@code DIRECTORY} writes SARIF logs for {@code
 * bench/sarif/validate}.
 */
final class Samples {
    private static final List<Notification> TROUBLE = List.of(FakeFindings.broken(), FakeFindings.crash());

    private Samples() {}

    public static void main(String[] args) throws IOException {
        if (ReportFormat.of(args[0]).isPresent()) {
            ReportContext context =
                    FakeFindings.context().colour(args.length > 1).build();
            System.out.print(Written.by(ReportFormat.of(args[0]).orElseThrow(), context, FakeFindings.both(), TROUBLE));
            return;
        }
        Path directory = Files.createDirectories(Path.of(args[0]));
        write(directory.resolve("clean.sarif"), List.of(), List.of());
        write(directory.resolve("findings.sarif"), FakeFindings.both(), List.of());
        write(directory.resolve("broken.sarif"), FakeFindings.both(), TROUBLE);
        write(directory.resolve("weird.sarif"), weird(), List.of(Notification.incomplete("maven:a:b:1", null, "No.")));
        Files.writeString(
                directory.resolve("cut.sarif"),
                Written.by(
                        ReportFormat.SARIF,
                        FakeFindings.context().resultLimit(1).build(),
                        FakeFindings.both(),
                        List.of()));
    }

    private static List<Finding> weird() {
        Span span = new Span(1, 1, 1, 2);
        return List.of(
                FakeFindings.plain(
                        new FakeSource("a b/Gr\u00fc\u00dfe \u8a9e.java", "x\ty\n"), span, "Tab\tand \u8a9e."),
                FakeFindings.plain(
                        new FakeSource("lib/a b.jar!/p/[A]#1?.java", "x"), span, "{0} [x](1) <b> \ud83d\ude00."),
                FakeFindings.plain(new FakeSource("/far/away.jar!/A.java", "x"), span, "\u0000 \u001b[31m \ud83d."),
                FakeFindings.plain(new FakeSource("a:b\\c.java", null), span, "Line\nline."));
    }

    private static void write(Path path, List<Finding> findings, List<Notification> notifications) throws IOException {
        Files.writeString(
                path, Written.by(ReportFormat.SARIF, FakeFindings.context().build(), findings, notifications));
    }
}
