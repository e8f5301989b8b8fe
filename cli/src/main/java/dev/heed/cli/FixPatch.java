package dev.heed.cli;

import dev.heed.engine.fix.FileChange;
import dev.heed.engine.source.SourceException;
import dev.heed.input.FixedFile;
import dev.heed.report.UnifiedDiff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Prints patches: as bytes that {@code git apply} takes, or in colour for people. */
final class FixPatch {
    private final Console console;
    private final boolean isColoured;

    FixPatch(Console console, ColorMode mode) {
        this.console = console;
        isColoured = mode.colours(console.isOutTerminal(), console.environment());
    }

    /**
     * Prints what has become of one file.
     *
     * @throws SourceException if there is no patch for its encoding; nothing has been printed then
     */
    void print(FixedFile file, FileChange change) throws IOException {
        Charset charset = file.patchCharset();
        String mark = file.mark();
        String diff = UnifiedDiff.of(file.patchPath(), mark + change.before(), mark + change.after());
        boolean isForPeople = console.isOutTerminal() || isColoured;
        console.out().write(isForPeople ? shown(diff).getBytes(StandardCharsets.UTF_8) : bytes(diff, charset));
        console.out().flush();
    }

    /** The names in the encoding of the system's, the lines in that of the file. */
    private static byte[] bytes(String diff, Charset charset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(diff.length());
        int names = diff.indexOf("\n@@ ") + 1;
        bytes.write(diff.substring(0, names).getBytes(StandardCharsets.UTF_8));
        bytes.write(diff.substring(names).getBytes(charset));
        return bytes.toByteArray();
    }

    private String shown(String diff) {
        StringBuilder text = new StringBuilder();
        for (String line : diff.split("\n", -1)) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            String safe = Messages.printable(line.replace("\t", "    "));
            text.append(isColoured ? painted(safe) : safe);
        }
        return text.toString();
    }

    private static String painted(String line) {
        String code;
        if (line.startsWith("---") || line.startsWith("+++")) {
            code = "1";
        } else if (line.startsWith("@@")) {
            code = "36";
        } else if (line.startsWith("-")) {
            code = "31";
        } else if (line.startsWith("+")) {
            code = "32";
        } else {
            return line;
        }
        return "\033[" + code + "m" + line + "\033[0m";
    }
}
