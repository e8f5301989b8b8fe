package dev.heed.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the options say of reports. */
interface ReportChoice {
    /** The format of the main one. */
    String format();

    /** Where that goes; null for standard output. */
    @Nullable
    String output();

    /** The others, as {@code FORMAT:FILE}. */
    List<String> reports();
}
