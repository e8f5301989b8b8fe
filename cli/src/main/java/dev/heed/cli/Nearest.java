package dev.heed.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a user meant by a word that is none. */
final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    /** The word with the fewest edits from what was written, if they are few. */
    static Optional<String> to(String written, Collection<String> words) {
        String best = null;
        int bestDistance = Math.min(written.length(), LONGEST) / 3 + 1;
        for (String word : words) {
            boolean isPart = written.length() >= 4 && word.contains(written.toLowerCase(Locale.ROOT));
            int distance = isPart ? 1 : distance(written.toLowerCase(Locale.ROOT), word);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code Did you mean "x"?}, or what there is to choose from. */
    static String hint(String written, Collection<String> words) {
        return to(written, words)
                .map(word -> "did you mean " + word + "?")
                .orElseGet(() -> "there are " + String.join(", ", words) + ".");
    }

    private static int distance(String a, String b) {
        if (a.length() > LONGEST || b.length() > LONGEST) {
            return LONGEST;
        }
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
