package dev.heed;

import dev.heed.report.ReportFormat;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** Where one report goes: to a file, or to a stream in a charset. */
sealed interface ReportTarget {
    ReportFormat format();

    record ToFile(ReportFormat format, Path file) implements ReportTarget {}

    record ToStream(ReportFormat format, OutputStream out, Charset charset) implements ReportTarget {}
}
