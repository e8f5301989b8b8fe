package dev.heed.rules.support;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;

/** What to do about a status that is cleared and forgotten. */
public final class StatusFixes {
    private static final String POLL = "Thread.interrupted()";

    private StatusFixes() {}

    /**
     * The fixes for a call outside of handlers.
     *
     * @param isDropped whether the call is a statement: nobody looks at what it returns
     */
    public static List<Fix> of(FunctionFates function, Span poll, boolean isDropped) {
        SourceFile file = function.function().file();
        SourceLines lines = SourceLines.of(file).orElse(null);
        if (lines == null || !lines.text(poll).equals(POLL)) {
            return List.of();
        } else if (isDropped) {
            return dropped(function, lines, poll);
        }
        String asked = "Thread.currentThread().isInterrupted()";
        return List.of(new Fix(
                "Ask for the status without clearing it", Fix.Safety.UNSAFE, List.of(new TextEdit(file, poll, asked))));
    }

    private static List<Fix> dropped(FunctionFates function, SourceLines lines, Span poll) {
        SourceFile file = function.function().file();
        if (!lines.isAlone(poll) || !new BlockEdits(file, lines).canInsertBefore(poll)) {
            return List.of();
        }
        int line = poll.startLine();
        String indent = lines.indent(line);
        int end = line + 1;
        while (end <= lines.count()
                && (lines.line(end).isBlank() || lines.line(end).startsWith(indent))
                && !lines.line(end).startsWith(indent + "}")) {
            end++;
        }
        int from = line + 1;
        while (from < end && lines.line(from).isBlank()) {
            from++;
        }
        if (from == end) {
            // Nothing follows that would need a clear status.
            return List.of(new Fix(
                    "Do not clear the status",
                    Fix.Safety.UNSAFE,
                    List.of(new TextEdit(file, new Span(line, 1, line + 1, 1), ""))));
        }
        DeferredRestore defer = new DeferredRestore(function, lines);
        String name = defer.name().orElse(null);
        List<TextEdit> edits = name == null ? List.of() : defer.shielded(from, end - 1, List.of(), name);
        if (edits.isEmpty()) {
            return List.of();
        }
        List<TextEdit> all = new ArrayList<>(edits);
        all.add(new TextEdit(file, poll, "boolean " + name + " = " + POLL));
        return List.of(new Fix("Set the status again behind what follows", Fix.Safety.UNSAFE, all));
    }
}
