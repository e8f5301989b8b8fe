package dev.heed.frontend.java;

import dev.heed.engine.scan.Notification;
import dev.heed.frontend.java.types.UnresolvedStatistics;
import java.util.stream.Collectors;

/** Says how many calls could be resolved, and what would help. */
final class Resolution {
    private static final int MOST_FREQUENT = 5;

    private Resolution() {}

    static Notification describe(UnresolvedStatistics statistics) {
        long known = statistics.resolved() + statistics.guessed();
        long all = known + statistics.unresolved();
        String share = all == 0 ? "100" : percent(known, all);
        String missing = statistics.mostFrequent(MOST_FREQUENT).stream()
                .map(UnresolvedStatistics.TypeCount::type)
                .collect(Collectors.joining(", "));
        return Notification.info(
                null,
                share + "% of " + all + " Java calls were resolved"
                        + (missing.isEmpty()
                                ? "."
                                : "; most of the others are on " + missing + ": give their jars with --classpath."));
    }

    /** With one digit behind the point. A formatter would load the digits of all languages first. */
    static String percent(long part, long whole) {
        long tenths = Math.round(1000.0 * part / whole);
        return tenths / 10 + "." + tenths % 10;
    }
}
