package dev.heed.execution;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.verify.code.Claim;
import dev.heed.verify.code.Claim.Lines;

/** Makes claims that can be run of what a scan has found. */
final class Claims {
    private Claims() {}

    static Claim of(Finding finding) {
        return new Claim(
                finding.rule(),
                lines(finding.file(), finding.span()),
                finding.function(),
                finding.path().stream()
                        .map(step -> lines(step.file(), step.span()))
                        .toList());
    }

    private static Lines lines(SourceFile file, Span span) {
        return new Lines(file.path(), span.startLine(), span.endLine());
    }
}
