package dev.heed.engine.facts;

import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that operations read, what lambdas capture included. */
final class Operands {
    private Operands() {}

    static List<Operand> readBy(Op op) {
        List<Operand> read = new ArrayList<>();
        if (op instanceof Op.Call call) {
            add(call.receiver(), read);
            call.arguments().forEach(o -> add(o, read));
            call.captured().forEach(o -> add(o, read));
        } else if (op instanceof Op.Assign assign) {
            add(assign.value(), read);
        } else if (op instanceof Op.Compute compute) {
            compute.operands().forEach(o -> add(o, read));
        } else if (op instanceof Op.FieldRead field) {
            add(field.object(), read);
        } else if (op instanceof Op.FieldWrite write) {
            add(write.object(), read);
            add(write.value(), read);
        } else if (op instanceof Op.ArrayWrite write) {
            add(write.array(), read);
            add(write.value(), read);
        } else if (op instanceof Op.MonitorEnter enter) {
            add(enter.monitor(), read);
        }
        return read;
    }

    static List<Operand> readBy(Terminator end) {
        List<Operand> read = new ArrayList<>();
        if (end instanceof Terminator.Return done) {
            add(done.value(), read);
        } else if (end instanceof Terminator.Throw thrown) {
            add(thrown.value(), read);
        } else if (end instanceof Terminator.Switch choice) {
            add(choice.selector(), read);
        } else if (end instanceof Terminator.Branch branch) {
            addTest(branch.test(), read);
        }
        return read;
    }

    private static void addTest(Test test, List<Operand> read) {
        if (test instanceof Test.InstanceOf is) {
            add(is.operand(), read);
        } else if (test instanceof Test.IsTrue is) {
            add(is.operand(), read);
        } else if (test instanceof Test.IsNull is) {
            add(is.operand(), read);
        } else if (test instanceof Test.Compare compare) {
            add(compare.left(), read);
            add(compare.right(), read);
        } else if (test instanceof Test.Opaque opaque) {
            add(opaque.operand(), read);
        }
    }

    private static void add(@Nullable Operand operand, List<Operand> read) {
        if (operand != null) {
            read.add(operand);
            if (operand instanceof Operand.FunctionRef reference) {
                reference.captured().forEach(o -> add(o, read));
            }
        }
    }
}
