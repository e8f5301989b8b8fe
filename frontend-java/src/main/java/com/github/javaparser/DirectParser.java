package com.github.javaparser;

import com.github.javaparser.ast.CompilationUnit;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * The parser over tokens found in a straight line, without those of blanks and comments: its own token manager takes two thirds
 * of its time. Only for texts in which nothing is wrong and nothing is rare. One thread at a time.
 */
@NullMarked
public final class DirectParser {
    private final NamePool names = new NamePool();
    private final Runnable onProgress;
    private final GeneratedJavaParser parser = new GeneratedJavaParser(new DirectTokens("", names, () -> {}));

    /** @param onProgress called now and then while a text is read; may throw to end that */
    public DirectParser(Runnable onProgress) {
        this.onProgress = onProgress;
    }

    /**
     * The tree of a text, the same as of {@link JavaParser#parse(String)} without validators and comments, for a tab of one
     * column and the newest language level.
     *
     * @return empty if the parser itself must look at the text, and says what is wrong with it
     */
    public Optional<CompilationUnit> parse(String text) {
        DirectTokens tokens = new DirectTokens(text, names, onProgress);
        parser.ReInit(tokens);
        parser.problems = new ArrayList<>();
        parser.setStoreTokens(true);
        parser.setYieldSupported();
        try {
            CompilationUnit unit = ParseStart.COMPILATION_UNIT.parse(parser);
            return parser.problems.isEmpty() ? Optional.of(unit) : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            // The parser itself throws some of its own for what it does not expect.
            if (tokens.isEndedBy(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
