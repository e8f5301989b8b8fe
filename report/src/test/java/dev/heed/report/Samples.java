package dev.heed.report;

import java.util.List;

/** Prints samples, to look at. */
final class Samples {
    private Samples() {}

    public static void main(String[] args) {
        ReportContext context = FakeFindings.context().colour(args.length > 1).build();
        System.out.print(Written.by(
                ReportFormat.of(args[0]).orElseThrow(),
                context,
                FakeFindings.both(),
                List.of(FakeFindings.broken(), FakeFindings.crash())));
    }
}
