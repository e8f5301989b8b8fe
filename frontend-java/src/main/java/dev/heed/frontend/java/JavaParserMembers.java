package dev.heed.frontend.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import dev.heed.frontend.java.Recovery.Attempt;
import java.util.List;

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
        Attempt first = attempt(source);
        if (first.isComplete() && first.unit() != null) {
            return new Parsed(first.unit(), List.of());
        }
        return new Recovery(path, source, this::attempt).parse(first);
    }

    private Attempt attempt(String text) {
        try {
            ParseResult<CompilationUnit> result = parser.parse(text);
            return new Attempt(result.getResult().orElse(null), result.getProblems());
        } catch (StackOverflowError e) {
            return new Attempt(null, List.of(new Problem("nested too deeply", null, e)));
        }
    }
}
