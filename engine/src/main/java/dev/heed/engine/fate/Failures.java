package dev.heed.engine.fate;

import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.model.Signal;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.types.Hierarchy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which exceptions that tell of no cancellation may arrive at the handlers of a function: plain failures and timeouts. */
final class Failures {
    /** Types too wide to say what arrives. */
    private static final Set<String> WIDE =
            Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error", "?");

    /** How exceptions are called that tell of a cancel or a stop, though no model says so. */
    private static final Pattern TELLS_OF_STOP = Pattern.compile(
            "interrupt|cancel|abort|shut|clos|stop|kill|terminat|death|wakeup", Pattern.CASE_INSENSITIVE);

    private final FunctionFates fates;
    private final FunctionContext context;
    private final Hierarchy hierarchy;

    Failures(FunctionFates fates, FunctionContext context) {
        this.fates = fates;
        this.context = context;
        hierarchy = context.facts.hierarchy();
    }

    /** The failures that arrive at a clause: those that it names, or, where it is wide, those that calls inside declare. */
    List<String> at(Handler.Clause clause) {
        List<String> found = new ArrayList<>();
        for (String type : clause.types()) {
            List<String> arriving = WIDE.contains(type) ? thrownInside(clause) : List.of(type);
            arriving.stream()
                    .filter(this::isFailure)
                    .filter(t -> !found.contains(t))
                    .forEach(found::add);
        }
        return found;
    }

    @Nullable
    Signal signal(String type) {
        TypeModel model = context.facts.models().type(type, hierarchy);
        return model == null ? null : model.signal();
    }

    /** Whether a clause takes interrupts, by name or because one is delivered inside. */
    boolean takesInterrupts(Handler.Clause clause) {
        return clause.types().stream().anyMatch(type -> signal(type) == Signal.INTERRUPT)
                || fates.signals().stream()
                        .anyMatch(signal -> clause.equals(signal.clause()) && signal.signal() == Signal.INTERRUPT);
    }

    /** Whether a type is none that tells of a cancel: by model, by name, or because the project makes it of an interrupt. */
    private boolean isFailure(String type) {
        TypeModel model = context.facts.models().type(type, hierarchy);
        boolean tells = model != null && (model.signal() != null || model.isCarrier() || model.constructorRestores());
        return !tells
                && !WIDE.contains(type)
                && !TELLS_OF_STOP.matcher(Types.simpleName(type)).find()
                && !context.facts.carriers().isMadeOfInterrupts(type);
    }

    /** Checked exceptions that resolved calls declare and that a wide clause is the first to take. */
    private List<String> thrownInside(Handler.Clause clause) {
        List<String> found = new ArrayList<>();
        for (Block block : context.function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call
                        && call.kind() != Op.CallKind.IMPLICIT_CLOSE
                        && call.callee().confidence() == Confidence.RESOLVED) {
                    call.callee().declaredThrows().stream()
                            .filter(type -> arrives(type, block.handler(), clause))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private boolean arrives(String type, @Nullable Handler innermost, Handler.Clause clause) {
        return Dispatch.of(type, innermost, hierarchy).landings().stream()
                .anyMatch(landing ->
                        landing.clause().equals(clause) && landing.type().equals(type));
    }
}
