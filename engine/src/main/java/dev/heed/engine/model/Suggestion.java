package dev.heed.engine.model;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The end of an error message: what the user may have meant. */
final class Suggestion {
    /** Longer words are not compared: the cost grows with the product of the lengths. */
    private static final int LONGEST = 60;

    private Suggestion() {}

    /** {@code did you mean 'x'?}, or all that would be allowed. */
    static String of(String written, Collection<String> allowed) {
        return nearest(written, allowed)
                .map(word -> "did you mean '" + word + "'?")
                .orElseGet(() -> "allowed: " + list(allowed) + ".");
    }

    /** The word that is nearest to what was written, if one is near. */
    static Optional<String> nearest(String written, Collection<String> allowed) {
        String best = null;
        int bestDistance = Math.min(written.length(), LONGEST) / 3 + 1;
        for (String word : allowed) {
            int distance = distance(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    static String list(Collection<String> allowed) {
        return allowed.stream().collect(Collectors.joining(", "));
    }

    /** Edits from one word to the other: insert, delete, replace, or swap two neighbours. */
    static int distance(String a, String b) {
        if (a.length() > LONGEST || b.length() > LONGEST) {
            return LONGEST;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = best;
            }
        }
        return cost[a.length()][b.length()];
    }
}
