package dev.heed.verify.check;

/** Turns what others wrote into the end of a sentence. */
final class Sentences {
    private static final int LONGEST = 200;

    private Sentences() {}

    /** One line of bounded length with a full stop. */
    static String end(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        if (line.length() > LONGEST) {
            line = line.substring(0, LONGEST) + "...";
        }
        return line.endsWith(".") || line.endsWith("!") || line.endsWith("?") ? line : line + ".";
    }
}
