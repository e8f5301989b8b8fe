package dev.heed.engine.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a user meant by a word that is none. */
public final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    /** The word with the fewest edits from what was written, if they are few. */
    public static Optional<String> to(String written, Collection<String> words) {
        String best = null;
        int bestDistance = Math.min(written.length(), LONGEST) / 3 + 1;
        for (String word : words) {
            String one = written.toLowerCase(Locale.ROOT);
            String other = word.toLowerCase(Locale.ROOT);
            boolean isPart = one.length() >= 4 && other.length() > 4 && other.contains(one);
            int distance = isPart ? 1 : distance(one, other);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code Did you mean "x"?}, or what there is to choose from. */
    public static String hint(String written, Collection<String> words) {
        return to(written, words)
                .map(word -> "did you mean " + word + "?")
                .orElseGet(() -> "there are " + String.join(", ", words) + ".");
    }

    /** Edits from one word to the other: insert, delete, replace, or swap two neighbours. */
    private static int distance(String a, String b) {
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
                cost[i][j] = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
