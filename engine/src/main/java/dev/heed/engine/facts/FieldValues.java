package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Function.Modifier;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.TypeDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the project writes to fields that nobody else can write. */
public final class FieldValues {
    private static final Object NULL = new Object();
    private static final Set<String> FOR_TESTS = Set.of("VisibleForTesting", "TestOnly");

    private final Map<String, Object> onlyTypes = new HashMap<>();
    private final Map<String, Object> onlyConstants = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> initialized = new HashSet<>();

    FieldValues(ProgramFacts facts) {
        for (TypeDeclaration type : facts.program().types()) {
            for (TypeDeclaration.Field field : type.fields()) {
                if (field.modifiers().contains(Modifier.PRIVATE)
                        || field.modifiers().contains(Modifier.FINAL)
                        || type.isPrivate()) {
                    closed.add(field.ref().toString());
                }
            }
        }
        for (Function function : facts.program().functions()) {
            Definitions definitions = null;
            for (Block block : function.blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.FieldWrite write
                            && closed.contains(write.field().toString())) {
                        definitions = definitions == null ? new Definitions(function) : definitions;
                        note(write, function, definitions);
                    }
                }
            }
        }
    }

    private void note(Op.FieldWrite write, Function function, Definitions definitions) {
        String field = write.field().toString();
        if (function.kind() == Function.Kind.STATIC_INITIALIZER
                || function.kind() == Function.Kind.INSTANCE_INITIALIZER) {
            initialized.add(field);
        }
        Operand value = write.value();
        boolean isNull = value instanceof Operand.Constant constant && constant.value() == null;
        if (!isNull) {
            Object type = definitions.single(value) instanceof Op.Call made
                            && made.callee().isConstructor()
                    ? made.callee().receiverType()
                    : NULL;
            onlyTypes.merge(field, type, (a, b) -> a.equals(b) ? a : NULL);
        }
        boolean forTests = function.annotations().stream().anyMatch(FOR_TESTS::contains);
        if (!forTests) {
            Object known =
                    value instanceof Operand.Constant constant && constant.value() instanceof Boolean b ? b : NULL;
            onlyConstants.merge(field, known, (a, b) -> a.equals(b) ? a : NULL);
        }
    }

    /** The one class of which all objects are that the field is ever given; null if that is not known. */
    public @Nullable String onlyType(FieldRef field) {
        return onlyTypes.get(field.toString()) instanceof String type ? type : null;
    }

    /** The one boolean that the field is ever given, but for methods that only tests call; null if it has none. */
    public @Nullable Boolean onlyConstant(FieldRef field) {
        String name = field.toString();
        boolean fromTheStart = initialized.contains(name);
        if (onlyConstants.get(name) instanceof Boolean value) {
            return (fromTheStart || !value) ? value : null;
        }
        return null;
    }

    /** How a test of such a field comes out, or null. */
    public @Nullable Boolean outcome(Test test, Definitions definitions) {
        if (test instanceof Test.IsTrue isTrue && definitions.single(isTrue.operand()) instanceof Op.FieldRead read) {
            return onlyConstant(read.field());
        }
        return null;
    }
}
