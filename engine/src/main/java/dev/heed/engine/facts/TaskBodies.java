package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel.SpawnEffect;
import dev.heed.engine.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The code of the tasks that a handle, a pool, or a loop stands for, as far as the file shows it. */
public final class TaskBodies {
    private static final Set<String> PUTS = Set.of("add", "addLast", "addFirst", "offer", "put", "push");
    static final List<String> WORK = List.of("run", "call", "get", "compute");

    /**
     * A task.
     *
     * @param spawn the call that starts it
     * @param in the function that the call stands in
     * @param body what runs
     */
    public record Started(Op.Call spawn, Function in, Function body) {}

    private final ProgramFacts facts;

    public TaskBodies(ProgramFacts facts) {
        this.facts = facts;
    }

    /**
     * The tasks that a value of a function stands for: those started by the calls that make it, or, where it is a pool or loop,
     * those started on it.
     */
    public List<Started> of(Function function, Definitions definitions, Operand value) {
        List<Started> found = new ArrayList<>();
        FieldRef field = fieldOf(definitions, value);
        if (field != null) {
            for (Function other : facts.usingIn(function.file(), field.name())) {
                Definitions there = other.equals(function) ? definitions : new Definitions(other);
                for (Block block : other.blocks()) {
                    for (Op op : block.ops()) {
                        if (op instanceof Op.FieldWrite write && isField(write.field(), field)) {
                            made(other, there, write.value(), found);
                        } else if (op instanceof Op.Call call && call.receiver() != null) {
                            FieldRef on = fieldOf(there, call.receiver());
                            if (on != null && isField(on, field)) {
                                startedBy(other, there, call, Place.Kind.RECEIVER, found);
                            }
                        }
                    }
                }
            }
            return found;
        }
        made(function, definitions, value, found);
        Variable variable = value.variableOrNull();
        if (variable != null) {
            Operand collection = collectionOf(function, definitions, variable);
            if (collection != null) {
                collected(function, definitions, collection, found);
            }
            for (Block block : function.blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.Call call
                            && call.receiver() != null
                            && variable.equals(call.receiver().variableOrNull())) {
                        startedBy(function, definitions, call, Place.Kind.RECEIVER, found);
                    }
                }
            }
        }
        return found;
    }

    /** The collection or call that a loop goes over with a variable; null if it is no such variable. */
    private static @Nullable Operand collectionOf(Function function, Definitions definitions, Variable variable) {
        List<Op> assigned = definitions.of(variable);
        if (assigned.size() != 1
                || !(assigned.get(0) instanceof Op.Assign assign)
                || !(assign.value() instanceof Operand.Unknown)) {
            return null;
        }
        for (Block block : function.blocks()) {
            if (block.terminator() instanceof Terminator.Branch branch
                    && branch.test() instanceof Test.Opaque each
                    && branch.ifTrue().ops().contains(assign)) {
                return each.operand();
            }
        }
        return null;
    }

    /** The tasks whose handles are put into a collection; or all those of a pool or loop that is asked for them. */
    private void collected(Function function, Definitions definitions, Operand collection, List<Started> found) {
        FieldRef field = fieldOf(definitions, collection);
        if (field == null
                && definitions.single(collection) instanceof Op.Call asked
                && asked.receiver() != null
                && asked.arguments().isEmpty()) {
            found.addAll(of(function, definitions, asked.receiver()));
            return;
        }
        Variable variable = collection.variableOrNull();
        List<Function> users = field == null ? List.of(function) : facts.usingIn(function.file(), field.name());
        for (Function user : users) {
            Definitions there = user.equals(function) ? definitions : new Definitions(user);
            for (Block block : user.blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.Call call
                            && call.receiver() != null
                            && PUTS.contains(call.callee().name())
                            && (field == null
                                    ? variable != null
                                            && variable.equals(call.receiver().variableOrNull())
                                    : isRead(there, call.receiver(), field))) {
                        call.arguments().forEach(argument -> made(user, there, argument, found));
                    }
                }
            }
        }
    }

    private static boolean isRead(Definitions there, Operand operand, FieldRef field) {
        FieldRef read = fieldOf(there, operand);
        return read != null && isField(read, field);
    }

    private static boolean isField(FieldRef one, FieldRef other) {
        return one.toString().equals(other.toString());
    }

    /** The field that a value was read from, through nothing but copies; or null. */
    static @Nullable FieldRef fieldOf(Definitions definitions, Operand value) {
        return definitions.single(value) instanceof Op.FieldRead read ? read.field() : null;
    }

    /** The tasks whose handle a value is. */
    private void made(Function function, Definitions definitions, Operand value, List<Started> found) {
        for (Object source : definitions.sources(value)) {
            if (source instanceof Op.Call call) {
                startedBy(function, definitions, call, Place.Kind.RESULT, found);
            }
        }
    }

    /** @param by where the handle or pool stands at the call */
    private void startedBy(
            Function function, Definitions definitions, Op.Call call, Place.Kind by, List<Started> found) {
        SpawnEffect spawns = facts.model(call).spawns();
        if (spawns == null
                || spawns.where() == SpawnEffect.Where.CALLBACK
                || spawns.argument() < 0
                || spawns.argument() >= call.arguments().size()) {
            return;
        }
        Place handle = spawns.handle();
        if (by == Place.Kind.RESULT && (handle == null || handle.kind() != Place.Kind.RESULT)) {
            return;
        }
        for (Function body : bodies(definitions, call.arguments().get(spawns.argument()))) {
            if (found.stream().noneMatch(started -> started.body().equals(body))) {
                found.add(new Started(call, function, body));
            }
        }
    }

    private Set<Function> bodies(Definitions definitions, Operand work) {
        Set<Function> found = new LinkedHashSet<>();
        for (Object source : definitions.sources(work)) {
            if (source instanceof Op.Call made && made.callee().isConstructor()) {
                for (String name : WORK) {
                    Function body = facts.function(new MethodRef(made.callee().receiverType(), name, List.of()));
                    if (body != null && body.hasBody()) {
                        found.add(body);
                    }
                }
            } else {
                found.addAll(facts.bodies(source));
            }
        }
        found.removeIf(body -> !body.hasBody());
        return found;
    }
}
