package dev.heed.engine.facts;

import dev.heed.engine.dependency.Memo;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Function.Modifier;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.source.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the project writes to fields that nobody else can write. */
public final class FieldValues {
    private static final Object NULL = new Object();
    private static final Set<String> FOR_TESTS = Set.of("VisibleForTesting", "TestOnly");

    private final ProgramFacts facts;
    private final Memo<FieldRef, Values> known = new Memo<>();

    /** What is written to one field. */
    private static final class Values {
        static final Values OPEN = new Values();

        private @Nullable Object onlyType;
        private @Nullable Object onlyConstant;
        private boolean isInitialized;
    }

    FieldValues(ProgramFacts facts) {
        this.facts = facts;
    }

    private Values of(FieldRef field) {
        return known.get(field, key -> {
            TypeDeclaration owner = facts.type(key.owner());
            return owner == null || !isClosed(owner, key.toString()) ? Values.OPEN : find(key, owner);
        });
    }

    private static boolean isClosed(TypeDeclaration owner, String name) {
        for (TypeDeclaration.Field field : owner.fields()) {
            boolean isClosed = field.modifiers().contains(Modifier.PRIVATE)
                    || field.modifiers().contains(Modifier.FINAL)
                    || owner.isPrivate();
            if (isClosed && field.ref().toString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Only code of the same file can write to a closed field. */
    private Values find(FieldRef field, TypeDeclaration owner) {
        Values values = new Values();
        String name = field.toString();
        for (Function function : facts.using(field.name(), Words.assigned(field.name()), owner.file())) {
            Definitions definitions = null;
            for (Block block : function.blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.FieldWrite write
                            && write.field().toString().equals(name)) {
                        definitions = definitions == null ? new Definitions(function) : definitions;
                        note(write, function, definitions, values);
                    }
                }
            }
        }
        return values;
    }

    private static void note(Op.FieldWrite write, Function function, Definitions definitions, Values values) {
        if (function.kind() == Function.Kind.STATIC_INITIALIZER
                || function.kind() == Function.Kind.INSTANCE_INITIALIZER) {
            values.isInitialized = true;
        }
        Operand value = write.value();
        boolean isNull = value instanceof Operand.Constant constant && constant.value() == null;
        if (!isNull) {
            Object type = definitions.single(value) instanceof Op.Call made
                            && made.callee().isConstructor()
                    ? made.callee().receiverType()
                    : NULL;
            values.onlyType = values.onlyType == null || values.onlyType.equals(type) ? type : NULL;
        }
        boolean forTests = function.annotations().stream().anyMatch(FOR_TESTS::contains);
        if (!forTests) {
            Object known =
                    value instanceof Operand.Constant constant && constant.value() instanceof Boolean b ? b : NULL;
            values.onlyConstant = values.onlyConstant == null || values.onlyConstant.equals(known) ? known : NULL;
        }
    }

    /** The one class of which all objects are that the field is ever given; null if that is not known. */
    public @Nullable String onlyType(FieldRef field) {
        return of(field).onlyType instanceof String type ? type : null;
    }

    /** The one boolean that the field is ever given, but for methods that only tests call; null if it has none. */
    public @Nullable Boolean onlyConstant(FieldRef field) {
        Values values = of(field);
        boolean tells = Boolean.FALSE.equals(values.onlyConstant)
                || (Boolean.TRUE.equals(values.onlyConstant) && values.isInitialized);
        return tells ? (Boolean) values.onlyConstant : null;
    }

    /** How a test of such a field comes out, or null. */
    public @Nullable Boolean outcome(Test test, Definitions definitions) {
        if (test instanceof Test.IsTrue isTrue && definitions.single(isTrue.operand()) instanceof Op.FieldRead read) {
            return onlyConstant(read.field());
        }
        return null;
    }
}
