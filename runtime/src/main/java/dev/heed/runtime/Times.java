package dev.heed.runtime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Times as people read them. */
final class Times {
    private static final int NANO_DIGITS = 9;

    private Times() {}

    /** Seconds without needless digits: {@code 1}, {@code 2.5}. */
    static String seconds(Duration time) {
        BigDecimal seconds = BigDecimal.valueOf(time.toNanos(), NANO_DIGITS).setScale(3, RoundingMode.HALF_EVEN);
        String text = seconds.stripTrailingZeros().toPlainString();
        return text.equals("-0") ? "0" : text;
    }

    /** Seconds with three digits: {@code 1.000s}. */
    static String exact(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), NANO_DIGITS)
                        .setScale(3, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + "s";
    }
}
