package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Threads that are asked to stop by an interrupt alone, and wait where no interrupt reaches them: for a connection or a packet
 * on a socket that only they could close.
 */
public final class DeafWaits {
    private static final List<String> SOCKETS = List.of("java.net.ServerSocket", "java.net.DatagramSocket");

    private static final Set<String> WAITS = Set.of("accept", "receive");

    /** Calls on a socket that end a wait for it, or make it end by itself. */
    private static final Set<String> WAKES = Set.of("close", "disconnect", "setSoTimeout");

    /** What ends a wait from the other side: a connection or a packet that the stopper sends. */
    private static final List<String> SENDERS =
            List.of("java.net.Socket", "java.net.DatagramSocket", "java.net.DatagramPacket");

    /**
     * A wait that no interrupt reaches.
     *
     * @param call waits
     * @param socket the name of what it waits on
     * @param interrupt who interrupts the thread, in vain
     */
    public record DeafWait(Op.Call call, String socket, CallSite interrupt) {}

    /** What stands for a socket: a field, or a local of a function that may be captured. */
    private record Key(@Nullable String field, @Nullable Function function, String name) {}

    private final ProgramFacts facts;

    public DeafWaits(ProgramFacts facts) {
        this.facts = facts;
    }

    /** The waits in a function that an interrupt is sent to in vain. */
    public List<DeafWait> of(Function function) {
        List<DeafWait> found = new ArrayList<>();
        Definitions definitions = null;
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && isDeaf(call)) {
                    definitions = definitions == null ? new Definitions(function) : definitions;
                    DeafWait wait = wait(function, call, definitions);
                    if (wait != null) {
                        found.add(wait);
                    }
                }
            }
        }
        return found;
    }

    private boolean isDeaf(Op.Call call) {
        Operand receiver = call.receiver();
        if (receiver == null || !WAITS.contains(call.callee().name()) || !isOneOf(receiver.type(), SOCKETS)) {
            return false;
        }
        MethodModel model = facts.model(call);
        return model.blocks() == MethodModel.Blocks.YES && model.onInterrupt() == MethodModel.OnInterrupt.IGNORES;
    }

    private boolean isOneOf(String type, List<String> types) {
        return types.stream()
                .anyMatch(each -> facts.hierarchy().isSubtype(type, each).isYes());
    }

    private @Nullable DeafWait wait(Function function, Op.Call call, Definitions definitions) {
        Key key = key(function, call.receiver(), definitions);
        if (key == null) {
            return null;
        }
        for (OwnThreads.Work work : facts.ownThreads().running(function)) {
            Set<Function> own = new HashSet<>();
            facts.ownThreads().running(function).stream()
                    .filter(other -> other.thread().equals(work.thread()))
                    .forEach(other -> own.addAll(other.functions()));
            CallSite interrupt = work.thread().interrupts().stream()
                    .filter(site ->
                            !own.contains(site.caller()) && site.caller().file().equals(function.file()))
                    .findFirst()
                    .orElse(null);
            if (interrupt != null && !sends(interrupt.caller()) && !wakesElsewhere(key, own)) {
                return new DeafWait(call, key.name(), interrupt);
            }
        }
        return null;
    }

    private @Nullable Key key(Function function, @Nullable Operand operand, Definitions definitions) {
        if (operand == null) {
            return null;
        }
        if (definitions.single(operand) instanceof Op.FieldRead read) {
            FieldRef field = read.field();
            return new Key(field.toString(), null, field.name());
        }
        Variable variable = operand.variableOrNull();
        if (variable == null || variable.isTemporary() || variable.kind() == Variable.Kind.PARAMETER) {
            return null;
        }
        Function declaring = function;
        if (variable.kind() == Variable.Kind.CAPTURED) {
            declaring = function.enclosing() == null ? null : facts.function(function.enclosing());
        }
        return declaring == null ? null : new Key(null, declaring, variable.name());
    }

    /** Whether the function that interrupts also wakes the waiting thread by a message of its own. */
    private boolean sends(Function stopper) {
        return stopper.blocks().stream()
                .flatMap(block -> block.ops().stream())
                .anyMatch(op -> op instanceof Op.Call call
                        && call.callee().isConstructor()
                        && isOneOf(call.callee().receiverType(), SENDERS));
    }

    /** Whether the socket is closed, bounded, or handed out anywhere but on its own thread. */
    private boolean wakesElsewhere(Key key, Set<Function> own) {
        List<Function> concerned = new ArrayList<>();
        if (key.function() == null) {
            concerned.addAll(facts.using(key.name(), null));
        } else {
            concerned.add(key.function());
            concerned.addAll(facts.nested(key.function()));
        }
        return concerned.stream().anyMatch(function -> touches(function, key, own.contains(function)));
    }

    private boolean touches(Function function, Key key, boolean onOwnThread) {
        Definitions definitions = new Definitions(function);
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call) {
                    boolean onSocket = isKey(call.receiver(), key, definitions);
                    boolean bounds = call.callee().name().equals("setSoTimeout");
                    if (onSocket && WAKES.contains(call.callee().name()) && (bounds || !onOwnThread)) {
                        return true;
                    }
                    if (call.arguments().stream().anyMatch(argument -> isKey(argument, key, definitions))) {
                        return true;
                    }
                } else if (op instanceof Op.FieldWrite write && escapes(write, key, definitions)) {
                    return true;
                }
            }
            if (block.terminator() instanceof Terminator.Return end
                    && end.value() != null
                    && isKey(end.value(), key, definitions)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the socket is also kept elsewhere, or the field is given one that somebody else may know. */
    private static boolean escapes(Op.FieldWrite write, Key key, Definitions definitions) {
        if (!write.field().toString().equals(key.field())) {
            return isKey(write.value(), key, definitions);
        }
        return definitions.sources(write.value()).stream()
                .anyMatch(source -> !(source instanceof Operand.Constant)
                        && !(source instanceof Op.Call made && made.callee().isConstructor()));
    }

    private static boolean isKey(@Nullable Operand operand, Key key, Definitions definitions) {
        if (operand == null) {
            return false;
        }
        if (definitions.single(operand) instanceof Op.FieldRead read) {
            return read.field().toString().equals(key.field());
        }
        Variable variable = operand.variableOrNull();
        return key.field() == null && variable != null && variable.name().equals(key.name());
    }
}
