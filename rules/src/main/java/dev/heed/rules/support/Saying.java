package dev.heed.rules.support;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a log, or an exception that is made, says of a signal: by its words, its type, and its level. */
public final class Saying {
    private static final Pattern TIMEOUT =
            Pattern.compile("\\btime[- ]?outs?\\b|\\btimed[- ]?out\\b|\\bdeadline", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMEOUT_TYPE = Pattern.compile("Timeout|TimedOut|DeadlineExceeded");
    private static final Pattern CANCEL =
            Pattern.compile("interrupt|cancel|abort|shut(ting)? ?down", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOP = Pattern.compile("stop(ped|ping)|exit", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOP_TYPE = Pattern.compile("Interrupt|Cancel|Abort|Shutdown|Closed|Stopp|Terminat");
    private static final Set<String> ERRORS = Set.of("error", "fatal", "severe");
    private static final Set<String> WARNINGS = Set.of("warn", "warning");

    private Saying() {}

    /** Whether a text or a type says timeout, and no word of an interrupt or cancel. */
    public static boolean timeout(Op.Call call, FunctionFates function) {
        String text = SpokenText.of(call, function.definitions());
        // A text that names both tells who gave up, or at least that it is not known.
        return !CANCEL.matcher(text).find()
                && (TIMEOUT.matcher(text).find()
                        || TIMEOUT_TYPE.matcher(typeOf(call)).find());
    }

    /** Whether a text says that it was interrupted, cancelled, or stopped. */
    public static boolean stop(Op.Call call, FunctionFates function) {
        String text = SpokenText.of(call, function.definitions());
        return CANCEL.matcher(text).find() || STOP.matcher(text).find();
    }

    /** Whether an exception tells by its type that something was cancelled: by model, or by its name. */
    public static boolean stopByType(Op.Call call, FunctionFates function) {
        if (!call.callee().isConstructor()) {
            return false;
        }
        String type = call.callee().receiverType();
        TypeModel model = function.facts().models().type(type, function.facts().hierarchy());
        return (model != null && (model.signal() != null || model.isCarrier() || model.constructorRestores()))
                || STOP_TYPE.matcher(Types.simpleName(type)).find();
    }

    /** Whether a log is written at error level. */
    public static boolean atErrorLevel(Op.Call call, FunctionFates function) {
        return isAt(ERRORS, call, function);
    }

    /** Whether a log is written at error or warning level. */
    public static boolean atAlarmLevel(Op.Call call, FunctionFates function) {
        return isAt(ERRORS, call, function) || isAt(WARNINGS, call, function);
    }

    private static boolean isAt(Set<String> levels, Op.Call call, FunctionFates function) {
        MethodModel model = function.calls().model(call);
        return model.log() != null
                && (levels.contains(model.log().level().toLowerCase(Locale.ROOT))
                        || call.arguments().stream()
                                .anyMatch(argument -> function.definitions().single(argument)
                                                instanceof Op.FieldRead read
                                        && levels.contains(read.field().name().toLowerCase(Locale.ROOT))));
    }

    /** What is said in the handler that takes a signal: what is said later, or in handlers inside, is said of something else. */
    public static List<List<Event>> inHandler(FunctionFates function, SignalFates signal) {
        Handler.CatchText text =
                signal.clause() == null ? null : signal.clause().text();
        List<List<Event>> found = new ArrayList<>();
        for (List<Event> path : signal.said()) {
            Event last = path.get(path.size() - 1);
            if (text != null
                    && last.op() instanceof Op.Call call
                    && text.body().contains(call.span())
                    && !isInHandlerInside(function, text, call)) {
                found.add(path);
            }
        }
        return found;
    }

    private static boolean isInHandlerInside(FunctionFates function, Handler.CatchText text, Op.Call call) {
        return function.function().blocks().stream()
                .flatMap(block -> block.ops().stream().limit(1))
                .anyMatch(op -> {
                    Handler.CatchText inner =
                            op instanceof Op.CatchEntry entry ? entry.clause().text() : null;
                    return inner != null
                            && text.body().contains(inner.clause())
                            && inner.body().contains(call.span());
                });
    }

    /** The operation that says something, at the end of a path. */
    public static Op.Call last(List<Event> path) {
        if (path.get(path.size() - 1).op() instanceof Op.Call call) {
            return call;
        }
        throw new IllegalArgumentException("nothing is said at the end of this path");
    }

    private static String typeOf(Op.Call call) {
        return call.callee().isConstructor() ? Types.simpleName(call.callee().receiverType()) : "";
    }
}
