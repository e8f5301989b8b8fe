package dev.heed.frontend.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Members by JavaParser. One thread at a time. */
public final class JavaParserMembers implements JavaMembers {
    private final JavaParser parser = new JavaParser(configuration());

    /** Creates a parser. */
    public JavaParserMembers() {}

    /** Without its processors, which only validate, and without comments; tokens are what ranges are made of. */
    private static ParserConfiguration configuration() {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
                .setAttributeComments(false)
                .setStoreTokens(true)
                .setTabSize(1);
        configuration.getProcessors().clear();
        return configuration;
    }

    @Override
    public Parsed parse(String path, String text) {
        String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
        ParseResult<CompilationUnit> result = parser.parse(source);
        List<Notification> notifications = new ArrayList<>();
        for (Problem problem : result.getProblems()) {
            Optional<Span> span = problem.getLocation()
                    .flatMap(tokens -> tokens.toRange())
                    .map(r -> new Span(r.begin.line, r.begin.column, r.end.line, r.end.column + 1));
            notifications.add(Notification.incomplete(
                    path, span.orElse(null), "Not all of this file could be parsed: " + problem.getMessage()));
        }
        return new Parsed(result.getResult().orElseGet(CompilationUnit::new), notifications);
    }
}
