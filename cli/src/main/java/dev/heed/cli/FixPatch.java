package dev.heed.cli;

import dev.heed.engine.source.SourceException;
import dev.heed.input.FixedFile;
import java.io.IOException;
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
    void print(FixedFile file) throws IOException {
        byte[] patch = file.patch();
        boolean isForPeople = console.isOutTerminal() || isColoured;
        console.out().write(isForPeople ? shown(file.diff()).getBytes(StandardCharsets.UTF_8) : patch);
        console.out().flush();
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
