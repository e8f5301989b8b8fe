package dev.heed.engine.fix;

import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imports of Java that an edit has left without use. */
final class UnusedImports {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import\\s+(?:static\\s+)?[\\w.]+\\.(\\w+)\\s*;[ \\t]*$");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private UnusedImports() {}

    /**
     * The edits that take away, line by line, the imports of names that the text before mentions, and the text after does not,
     * be it in a comment.
     */
    static List<TextEdit> of(String before, String after) {
        List<TextEdit> edits = new ArrayList<>();
        TextLines lines = new TextLines(after);
        Matcher imports = IMPORT.matcher(after);
        while (imports.find()) {
            String name = imports.group(1);
            if (!isMentioned(after, name) && isMentioned(before, name)) {
                int line = lines.span(imports.start(), imports.start()).startLine();
                edits.add(new TextEdit(NOWHERE, new Span(line, 1, line + 1, 1), ""));
            }
        }
        return edits;
    }

    private static boolean isMentioned(String text, String name) {
        int times = 0;
        Matcher words = WORD.matcher(text);
        int from = text.indexOf(name);
        while (from >= 0 && words.find(from)) {
            int start = words.start();
            boolean isWhole = words.group().equals(name) && (start == 0 || !isPart(text.charAt(start - 1)));
            if (isWhole && !isImport(text, start)) {
                times++;
                break;
            }
            from = text.indexOf(name, Math.max(from + 1, words.end()));
        }
        return times > 0;
    }

    private static boolean isPart(char c) {
        return Character.isJavaIdentifierPart(c);
    }

    private static boolean isImport(String text, int at) {
        int line = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
        return text.startsWith("import ", line) || text.startsWith("import\t", line);
    }

    private static final SourceFile NOWHERE = new SourceFile() {
        @Override
        public String path() {
            return "";
        }

        @Override
        public String relativePath() {
            return "";
        }

        @Override
        public Language language() {
            return Language.JAVA;
        }

        @Override
        public String text() {
            return "";
        }
    };
}
