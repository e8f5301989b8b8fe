package dev.heed.cli;

import dev.heed.UserException;
import dev.heed.engine.text.Nearest;
import dev.heed.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where findings go, as the options say.
 *
 * @param main the format of {@code --format}
 * @param mainFile where it goes; null for standard output
 * @param others those of {@code --report}
 */
record ReportTargets(ReportFormat main, @Nullable Path mainFile, List<Target> others) {

    /**
     * A report to a file.
     *
     * @param shown the file as the user wrote it
     */
    record Target(ReportFormat format, Path file, String shown) {}

    /**
     * Reads the options.
     *
     * @throws UserException if a format is none, or two reports go to one file
     */
    static ReportTargets of(ReportChoice arguments, Console console) throws UserException {
        ReportFormat main = format(arguments.format(), "--format");
        String output = arguments.output();
        Set<Path> taken = new HashSet<>();
        Path mainFile = output == null || output.equals("-") ? null : file(output, console);
        if (mainFile != null) {
            taken.add(real(mainFile));
        }
        List<Target> others = new ArrayList<>();
        for (String report : arguments.reports()) {
            int colon = report.indexOf(':');
            if (colon <= 0 || colon == report.length() - 1) {
                throw new UserException(
                        "--report is written FORMAT:FILE, such as sarif:heed.sarif, not \"" + report + "\".");
            }
            ReportFormat format = format(report.substring(0, colon), "--report");
            String shown = report.substring(colon + 1);
            Path file = file(shown, console);
            if (!taken.add(real(file))) {
                throw new UserException("Two reports go to " + shown + "; give each its own file.");
            }
            others.add(new Target(format, file, shown));
        }
        return new ReportTargets(main, mainFile, others);
    }

    private static Path file(String text, Console console) throws UserException {
        try {
            return console.resolve(text);
        } catch (java.nio.file.InvalidPathException e) {
            throw new UserException("\"" + text + "\" is no file name: " + e.getReason() + ".", e);
        }
    }

    /** The same for all ways to name a file, as far as it can be told before the file exists. */
    private static Path real(Path file) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            return java.nio.file.Files.exists(file) || parent == null
                    ? file.toRealPath()
                    : parent.toRealPath().resolve(String.valueOf(file.getFileName()));
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static ReportFormat format(String name, String option) throws UserException {
        return ReportFormat.of(name)
                .orElseThrow(() -> new UserException(
                        option + ": there is no format \"" + name + "\"; " + Nearest.hint(name, ReportFormat.ids())));
    }

    /** Whether findings for people go to standard output. */
    boolean isForPeople() {
        return mainFile == null && main.forPeople();
    }
}
