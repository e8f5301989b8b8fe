package dev.heed.verify.oracle;

import java.util.regex.Pattern;

/** Whether a text names the cancellation: it misleads nobody then. */
final class Honesty {
    private static final Pattern NAMES_IT = Pattern.compile("(?i)interrupt|cancel|abort|shut|stopp");

    /** A package may be called like that for many reasons. */
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");

    private Honesty() {}

    static boolean isHonest(String text) {
        return NAMES_IT.matcher(PACKAGE.matcher(text).replaceAll("")).find();
    }
}
