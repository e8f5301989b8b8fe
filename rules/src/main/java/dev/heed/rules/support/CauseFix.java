package dev.heed.rules.support;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives what a handler throws or logs the exception that it has caught. */
public final class CauseFix {
    /** Types that can be made with a text and a cause, and with a cause alone. */
    private static final Set<String> TAKE_CAUSE = Set.of(
            "java.lang.Throwable",
            "java.lang.Exception",
            "java.lang.RuntimeException",
            "java.lang.IllegalStateException",
            "java.lang.IllegalArgumentException",
            "java.lang.UnsupportedOperationException",
            "java.lang.SecurityException",
            "java.lang.Error",
            "java.io.IOException",
            "java.sql.SQLException",
            "java.util.concurrent.ExecutionException",
            "java.util.concurrent.CompletionException");

    /** Loggers whose last argument may be an exception, whatever stands before. */
    private static final Set<String> LOGGERS =
            Set.of("org.slf4j.Logger", "org.apache.logging.log4j.Logger", "org.apache.commons.logging.Log");

    private static final Set<String> LEVELS = Set.of("error", "warn", "fatal", "info");

    private CauseFix() {}

    /** Whether a type of the JDK is known to take a cause. */
    public static boolean takesCause(String type) {
        return TAKE_CAUSE.contains(type);
    }

    /** The fix for an exception that is made, or a log that is written, in the handler of a signal; none if it is not known how. */
    public static List<Fix> of(FunctionFates function, SignalFates signal, Op.Call said) {
        Handler.CatchText text =
                signal.clause() == null ? null : signal.clause().text();
        if (text == null
                || !text.body().contains(said.span())
                || !said.captured().isEmpty()) {
            return List.of();
        }
        String name = text.parameterName();
        return said.callee().isConstructor() ? made(function, said, name) : logged(function, said, name);
    }

    private static List<Fix> made(FunctionFates function, Op.Call made, String name) {
        List<Operand> given = made.arguments();
        String type = made.callee().receiverType();
        SourceLines lines = SourceLines.of(function.function().file()).orElse(null);
        if (lines == null) {
            return List.of();
        }
        boolean isNullLast = !given.isEmpty()
                && given.get(given.size() - 1) instanceof Operand.Constant last
                && last.value() == null;
        if (isNullLast) {
            return isProjectType(function, type, given.size()) ? nullReplaced(function, lines, made, name) : List.of();
        }
        boolean onlyText = given.isEmpty() || (given.size() == 1 && isText(given.get(0)));
        boolean takes = onlyText
                && TAKE_CAUSE.contains(type)
                && !(given.isEmpty() && type.equals("java.util.concurrent.ExecutionException"));
        return takes || isProjectType(function, type, given.size() + 1)
                ? List.of(fix(
                        "Give it the caught exception as its cause",
                        appended(function, made, (given.isEmpty() ? "" : ", ") + name)))
                : List.of();
    }

    private static boolean isText(Operand argument) {
        return argument.type().equals("java.lang.String");
    }

    /** Whether the project's own type has a constructor of so many parameters, all texts but the last, a cause. */
    private static boolean isProjectType(FunctionFates function, String type, int parameters) {
        return function.facts().program().functions().stream()
                .filter(f -> f.ref().isConstructor() && f.ref().owner().equals(type))
                .filter(f -> f.parameters().size() == parameters)
                .anyMatch(CauseFix::takesTextsAndCause);
    }

    private static boolean takesTextsAndCause(Function constructor) {
        int last = constructor.parameters().size() - 1;
        for (int i = 0; i < last; i++) {
            if (!constructor.parameters().get(i).type().equals("java.lang.String")) {
                return false;
            }
        }
        String cause = constructor.parameters().get(last).type();
        return cause.equals("java.lang.Throwable") || cause.equals("java.lang.Exception");
    }

    private static List<Fix> nullReplaced(FunctionFates function, SourceLines lines, Op.Call made, String name) {
        Span span = made.span();
        Matcher call = Pattern.compile(".*\\bnull\\s*\\)$").matcher(lines.text(span));
        if (!call.matches()) {
            return List.of();
        }
        int at = span.startColumn() + lines.text(span).lastIndexOf("null");
        Span place = new Span(span.endLine(), at, span.endLine(), at + "null".length());
        return List.of(fix(
                "Give it the caught exception as its cause",
                new TextEdit(function.function().file(), place, name)));
    }

    private static List<Fix> logged(FunctionFates function, Op.Call log, String name) {
        List<Operand> given = log.arguments();
        boolean isOfText = LOGGERS.contains(log.callee().receiverType())
                && LEVELS.contains(log.callee().name())
                && !given.isEmpty()
                && isText(given.get(0));
        SourceLines lines = SourceLines.of(function.function().file()).orElse(null);
        if (!isOfText || lines == null) {
            return List.of();
        }
        boolean isCommons = log.callee().receiverType().endsWith(".Log");
        if (given.size() == 1 || !isCommons) {
            return List.of(new Fix(
                    "Log the caught exception, too", Fix.Safety.UNSAFE, List.of(appended(function, log, ", " + name))));
        }
        return List.of();
    }

    private static Fix fix(String title, TextEdit edit) {
        return new Fix(title, Fix.Safety.SAFE, List.of(edit));
    }

    private static TextEdit appended(FunctionFates function, Op.Call call, String argument) {
        Span span = call.span();
        Span before = new Span(span.endLine(), span.endColumn() - 1, span.endLine(), span.endColumn() - 1);
        return new TextEdit(function.function().file(), before, argument);
    }
}
