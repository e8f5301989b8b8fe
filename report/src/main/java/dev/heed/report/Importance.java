package dev.heed.report;

import dev.heed.engine.rule.Finding;

/** Which findings to keep where a format cannot take them all. */
final class Importance {
    static final int RANKS = 6;

    private Importance() {}

    /** The most important have rank 0: by level, then by confidence. */
    static int rank(Finding finding) {
        int level = switch (finding.level()) {
            case ERROR -> 0;
            case WARNING -> 2;
            case NOTE -> 4;
        };
        return finding.confidence() == Finding.Confidence.PROVED ? level : level + 1;
    }
}
