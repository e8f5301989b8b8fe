package dev.heed.verify.oracle;

import java.util.regex.Pattern;

/** Whether a text names the cancellation: it misleads nobody then. */
final class Honesty {
    private static final Pattern NAMES_IT = Pattern.compile("(?i)interrupt|cancel|abort|shut|stopp");

    private Honesty() {}

    static boolean isHonest(String text) {
        return NAMES_IT.matcher(text).find();
    }
}
