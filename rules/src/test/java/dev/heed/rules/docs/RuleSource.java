package dev.heed.rules.docs;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.rules.testdata.Testdata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule's class as its author wrote it.
 *
 * @param className fully qualified
 * @param info its annotation
 * @param lead the text before the first heading
 * @param sections HTML by heading, in the order of the text
 */
record RuleSource(String className, RuleInfo info, String lead, Map<String, String> sections) {
    private static final Pattern HEADING = Pattern.compile("<h2>([^<]*)</h2>");

    /** Every class below the rules' source folder that is annotated with {@link RuleInfo}, by family and name. */
    static List<RuleSource> all() {
        Path root = Testdata.repository().resolve("rules/src/main/java");
        JavaParser parser = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17));
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .flatMap(path -> read(parser, path))
                    .sorted(Comparator.comparing(
                                    (RuleSource rule) -> rule.info().family())
                            .thenComparing(rule -> rule.info().name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<RuleSource> read(JavaParser parser, Path path) {
        CompilationUnit unit;
        try {
            unit = parser.parse(Files.readString(path))
                    .getResult()
                    .orElseThrow(() -> new IllegalStateException("cannot be parsed: " + path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return unit.getTypes().stream()
                .filter(type -> type.getAnnotationByName("RuleInfo").isPresent())
                .map(RuleSource::of);
    }

    private static RuleSource of(TypeDeclaration<?> type) {
        String className = type.getFullyQualifiedName().orElseThrow();
        RuleInfo info;
        try {
            info = Class.forName(className).getAnnotation(RuleInfo.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("not compiled: " + className, e);
        }
        String javadoc = type.getJavadocComment()
                .map(comment -> comment.getContent().replaceAll("(?m)^\\s*\\*[ \\t]?", ""))
                .orElseThrow(() -> new IllegalStateException(className + " has no Javadoc."));
        Map<String, String> sections = new LinkedHashMap<>();
        Matcher heading = HEADING.matcher(javadoc);
        String lead = javadoc;
        String current = null;
        int start = 0;
        while (heading.find()) {
            String before = javadoc.substring(start, heading.start()).strip();
            if (current == null) {
                lead = before;
            } else {
                sections.put(current, before);
            }
            current = heading.group(1).strip();
            start = heading.end();
        }
        if (current != null) {
            sections.put(current, javadoc.substring(start).strip());
        }
        return new RuleSource(className, info, lead.strip(), sections);
    }
}
