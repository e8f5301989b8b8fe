package dev.heed.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A report could not be written; the message says which, why, and what to do. */
public final class ReportException extends IOException {
    private static final long serialVersionUID = 1L;

    ReportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
