package dev.heed.rules.support;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Edits of the operators of a pipeline. */
public final class HookEdits {
    private static final String FINALLY = "doFinally";
    private static final Pattern REFERENCE = Pattern.compile("^\\w+\\(((?:this|\\w+)(?:\\.\\w+)*)::(\\w+)\\)");
    private static final Pattern NO_PARAMETERS = Pattern.compile("^\\(\\s*\\)\\s*->");

    private HookEdits() {}

    /**
     * Puts {@code doFinally} in the place of a hook that takes an action without parameters.
     *
     * @param body of the action, if that is a lambda
     * @param takesSignal whether the action of {@code doFinally} has a parameter
     */
    public static List<Fix> toFinally(SourceFile file, Op.Call hook, @Nullable Function body, boolean takesSignal) {
        SourceLines lines = SourceLines.of(file).orElse(null);
        if (lines == null) {
            return List.of();
        }
        List<TextEdit> edits = new ArrayList<>();
        Span name = hook.nameSpan();
        if (!takesSignal) {
            edits.add(new TextEdit(file, name, FINALLY));
        } else if (body != null) {
            Span head = body.nameSpan();
            Matcher empty = NO_PARAMETERS.matcher(lines.from(head));
            if (empty.find()) {
                edits.add(new TextEdit(file, name, FINALLY));
                Span parameters = new Span(
                        head.startLine(), head.startColumn(), head.startLine(), head.startColumn() + empty.end());
                edits.add(new TextEdit(file, parameters, "signal ->"));
            }
        } else {
            Matcher reference = REFERENCE.matcher(lines.from(name));
            if (reference.find()) {
                Span all = new Span(
                        name.startLine(), name.startColumn(), name.startLine(), name.startColumn() + reference.end());
                String call = reference.group(1) + "." + reference.group(2) + "()";
                edits.add(new TextEdit(file, all, FINALLY + "(signal -> " + call + ")"));
            }
        }
        return edits.isEmpty()
                ? List.of()
                : List.of(new Fix("Run it on a cancel, too: doFinally", Fix.Safety.UNSAFE, edits));
    }

    /** Where a call's text mentions a method reference last. */
    public static Optional<Span> lastReference(SourceFile file, Op.Call call, String method) {
        return SourceLines.of(file).map(lines -> {
            Pattern reference = Pattern.compile("[\\w.]+::" + Pattern.quote(method) + "\\b");
            Span found = null;
            for (int number = call.span().startLine(); number <= call.span().endLine(); number++) {
                Matcher matcher = reference.matcher(lines.line(number));
                while (matcher.find()) {
                    found = new Span(number, matcher.start() + 1, number, matcher.end() + 1);
                }
            }
            return found;
        });
    }
}
