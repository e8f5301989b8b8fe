package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every type of the shipped files cites where what is said of it stands: the page of this type, of the release whose class files
 * {@link LibraryModelsTest} reads.
 */
class ModelSourcesTest {
    private static final Pattern PLATFORM_PAGE =
            Pattern.compile("https://docs\\.oracle\\.com/en/java/javase/(\\d+)/docs/api/([\\w.]+)/(.+)\\.html");
    private static final Pattern LIBRARY_PAGE = Pattern.compile(
            "https://javadoc\\.io/static/(?<group>[\\w.-]+)/(?<artifact>[\\w.-]+)/(?<version>[\\w.-]+)/(?<path>.+)\\.html");

    /** Where a library publishes no page for a type: its sources. */
    private static final Pattern LIBRARY_SOURCE = Pattern.compile(
            "maven:(?<group>[\\w.-]+):(?<artifact>[\\w.-]+):(?<version>[\\w.-]+):sources!/(?<path>.+)\\.java");

    private static final String INTELLIJ = "https://github.com/JetBrains/intellij-community/blob/";

    @Test
    void everyTypeCitesItsSource() throws IOException, ModelException {
        List<String> wrong = new ArrayList<>();
        List<TypeEntry> entries = ModelFiles.shippedSources();
        for (TypeEntry entry : entries) {
            if (entry.sources().isEmpty()) {
                wrong.add(entry.position() + " " + entry.type() + ": no source");
            }
            for (String source : entry.sources()) {
                String problem = problem(entry, source);
                if (problem != null) {
                    wrong.add(entry.position() + " " + entry.type() + ": " + problem);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(entries).hasSizeGreaterThan(250);
    }

    @Test
    void aWrongSourceIsSeen() throws IOException, ModelException {
        TypeEntry guava = ModelFiles.shippedSources().stream()
                .filter(entry -> entry.type().equals("com.google.common.util.concurrent.Uninterruptibles"))
                .findFirst()
                .orElseThrow();
        String cited = guava.sources().get(0);
        assertThat(problem(guava, cited)).isNull();
        assertThat(problem(guava, cited.replace("Uninterruptibles", "Uninterruptible")))
                .contains("another type");
        assertThat(problem(guava, cited.replace("33.", "32."))).contains("class files are those of");
        assertThat(problem(guava, "see the manual")).contains("neither");
    }

    private static @Nullable String problem(TypeEntry entry, String source) throws IOException {
        String type = entry.type();
        String page = type.replace('.', '/').replace('$', '.');
        Matcher platform = PLATFORM_PAGE.matcher(source);
        if (platform.matches()) {
            return platform(entry, platform);
        }
        Matcher library = LIBRARY_PAGE.matcher(source);
        if (library.matches()) {
            boolean same =
                    library.group("path").equals(page) || library.group("path").endsWith("/" + page);
            return same ? jar(type, library) : "the page is of another type: " + source;
        }
        library = LIBRARY_SOURCE.matcher(source);
        if (library.matches()) {
            boolean same = library.group("path").equals(outermost(type));
            return same ? jar(type, library) : "the source is of another type: " + source;
        }
        if (type.startsWith("dev.heed.")) {
            return Files.isRegularFile(Path.of("..", source)) && source.endsWith(outermost(type) + ".java")
                    ? null
                    : "no such file: " + source;
        }
        return source.startsWith(INTELLIJ) && source.endsWith(outermost(type) + ".java")
                ? null
                : "neither the page of a class nor a source: " + source;
    }

    private static @Nullable String platform(TypeEntry entry, Matcher page) {
        if (!page.group(3).equals(entry.type().replace('.', '/').replace('$', '.'))) {
            return "the page is of another type: " + page.group();
        }
        if (Integer.parseInt(page.group(1)) < entry.since()) {
            return "a release that does not have it: " + page.group();
        }
        Class<?> type = ReflectiveHierarchy.find(entry.type());
        return type == null || page.group(2).equals(type.getModule().getName())
                ? null
                : "another module: " + page.group();
    }

    /** Whether the class files that the other tests read are those of the release cited. */
    private static @Nullable String jar(String type, Matcher cited) {
        URL place = ClassLoader.getSystemResource(type.replace('.', '/') + ".class");
        String jar = cited.group("group").replace('.', '/') + "/" + cited.group("artifact") + "/"
                + cited.group("version") + "/" + cited.group("artifact") + "-" + cited.group("version") + ".jar!";
        return place != null && place.toString().contains("/" + jar)
                ? null
                : "the class files are those of " + place + ", not " + cited.group();
    }

    private static String outermost(String type) {
        int nested = type.indexOf('$');
        return (nested < 0 ? type : type.substring(0, nested)).replace('.', '/');
    }
}
