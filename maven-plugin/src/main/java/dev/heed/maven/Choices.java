package dev.heed.maven;

import dev.heed.FailOn;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.text.Nearest;
import dev.heed.report.ReportFormat;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads parameters that are one of a few words; what is wrong is told in the words of the build file. */
final class Choices {

    private Choices() {}

    static FailOn failOn(String written) throws MojoExecutionException {
        return one("heed.failOn", "level", written, List.of(FailOn.values()), FailOn::toString);
    }

    static Finding.Confidence confidence(String written) throws MojoExecutionException {
        return one(
                "heed.confidence", "confidence", written, List.of(Finding.Confidence.values()), Finding.Confidence::id);
    }

    static Set<ReportFormat> formats(List<String> written) throws MojoExecutionException {
        Set<ReportFormat> formats = new LinkedHashSet<>();
        for (String name : written) {
            formats.add(one("heed.reports", "format", name, Arrays.asList(ReportFormat.values()), ReportFormat::id));
        }
        return formats;
    }

    private static <T> T one(String parameter, String noun, String written, List<T> all, Function<T, String> name)
            throws MojoExecutionException {
        String wanted = written.strip().toLowerCase(Locale.ROOT);
        for (T value : all) {
            if (name.apply(value).equals(wanted)) {
                return value;
            }
        }
        List<String> names = all.stream().map(name).toList();
        throw new MojoExecutionException(
                parameter + ": there is no " + noun + " \"" + written + "\"; " + Nearest.hint(wanted, names));
    }
}
