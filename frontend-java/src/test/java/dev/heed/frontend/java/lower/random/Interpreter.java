package dev.heed.frontend.java.lower.random;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** Runs the IR of generated programs. */
final class Interpreter {
    private static final Object UNDEFINED = new Object();

    private final Map<MethodRef, Function> functions;
    private final boolean assertions;
    private final List<Object> monitors = new ArrayList<>();
    private final Map<Object, Iterator<?>> iterators = new IdentityHashMap<>();
    private Object lastElement;
    private int steps;

    Interpreter(Map<MethodRef, Function> functions, boolean assertions) {
        this.functions = functions;
        this.assertions = assertions;
    }

    List<Object> monitors() {
        return monitors;
    }

    /** An exception of the program, on its way through the interpreter. */
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Throwable value;

        Thrown(Throwable value) {
            super(null, null, false, false);
            this.value = value;
        }
    }

    Object run(Function function, List<Object> arguments, List<Object> captured) throws Throwable {
        Object[] values = new Object[function.variables().size()];
        java.util.Arrays.fill(values, UNDEFINED);
        for (int i = 0; i < arguments.size(); i++) {
            values[function.parameters().get(i).id()] = arguments.get(i);
        }
        int next = 0;
        for (Variable variable : function.variables()) {
            if (variable.kind() == Variable.Kind.CAPTURED) {
                values[variable.id()] = captured.get(next++);
            }
        }
        Block block = function.entry();
        Throwable pending = null;
        while (true) {
            try {
                for (Op op : block.ops()) {
                    execute(op, values, pending);
                }
                Terminator end = block.terminator();
                if (++steps > 200_000) {
                    throw new AssertionError("does not end");
                }
                if (end instanceof Terminator.Return result) {
                    return result.value() == null ? null : value(result.value(), values);
                } else if (end instanceof Terminator.Throw thrown) {
                    throw new Thrown((Throwable) value(thrown.value(), values));
                }
                block = next(end, values);
            } catch (Thrown e) {
                Block handler = handler(block.handler(), e.value);
                if (handler == null) {
                    throw e.value;
                }
                pending = e.value;
                block = handler;
            }
        }
    }

    private static Block handler(Handler from, Throwable thrown) {
        for (Handler handler = from; handler != null; handler = handler.outer()) {
            for (Handler.Clause clause : handler.clauses()) {
                if (clause.types().stream().anyMatch(type -> isInstance(thrown, type))) {
                    return clause.target();
                }
            }
        }
        return null;
    }

    private static boolean isInstance(Object value, String type) {
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        for (Class<?> c = value == null ? null : value.getClass(); c != null; c = c.getSuperclass()) {
            if (c.getSimpleName().equals(simple)) {
                return true;
            }
        }
        return false;
    }

    private Block next(Terminator end, Object[] values) {
        if (end instanceof Terminator.Goto go) {
            return go.target();
        } else if (end instanceof Terminator.Branch branch) {
            return test(branch.test(), values) ? branch.ifTrue() : branch.ifFalse();
        } else if (end instanceof Terminator.Switch choice) {
            Object selector = value(choice.selector(), values);
            for (Terminator.Case one : choice.cases()) {
                if (one.patternType() != null
                        ? isInstance(selector, one.patternType())
                        : one.labels().contains(selector)) {
                    return one.target();
                }
            }
            return choice.otherwise();
        }
        throw new AssertionError("reached " + end);
    }

    private boolean test(Test test, Object[] values) {
        if (test instanceof Test.IsTrue is) {
            return (Boolean) value(is.operand(), values);
        } else if (test instanceof Test.IsNull is) {
            return value(is.operand(), values) == null;
        } else if (test instanceof Test.InstanceOf is) {
            return isInstance(value(is.operand(), values), is.type());
        } else if (test instanceof Test.Compare compare) {
            return (Boolean)
                    compute(compare.operator(), List.of(value(compare.left(), values), value(compare.right(), values)));
        }
        Operand about = ((Test.Opaque) test).operand();
        if (about == null) {
            return assertions;
        }
        Iterable<?> elements = (Iterable<?>) value(about, values);
        Iterator<?> iterator = iterators.computeIfAbsent(elements, e -> elements.iterator());
        if (iterator.hasNext()) {
            lastElement = iterator.next();
            return true;
        }
        return false;
    }

    private void execute(Op op, Object[] values, Throwable pending) throws Throwable {
        if (op instanceof Op.Call call) {
            Object result = call(call, values);
            if (call.result() != null) {
                values[call.result().id()] = result;
            }
        } else if (op instanceof Op.Assign assign) {
            values[assign.target().id()] =
                    assign.value() instanceof Operand.Unknown ? lastElement : value(assign.value(), values);
        } else if (op instanceof Op.Compute compute) {
            values[compute.target().id()] = compute(
                    compute.operator(),
                    compute.operands().stream().map(o -> value(o, values)).toList());
        } else if (op instanceof Op.CatchEntry entry) {
            values[entry.variable().id()] = pending;
        } else if (op instanceof Op.MonitorEnter enter) {
            monitors.add(value(enter.monitor(), values));
        } else if (op instanceof Op.MonitorExit exit) {
            Object last = monitors.remove(monitors.size() - 1);
            if (last != value(exit.monitor(), values)) {
                throw new AssertionError("monitors are not nested");
            }
        } else {
            throw new AssertionError(op);
        }
    }

    private static Object compute(String operator, List<Object> operands) {
        if (operator.equals("concat")) {
            StringBuilder text = new StringBuilder();
            operands.forEach(text::append);
            return text.toString();
        } else if (operator.equals("!")) {
            return !(Boolean) operands.get(0);
        } else if (operands.get(1) == null) {
            return (operands.get(0) == null) == operator.equals("==");
        } else if (operands.get(0) instanceof Boolean left) {
            boolean right = (Boolean) operands.get(1);
            return switch (operator) {
                case "|" -> left | right;
                case "^" -> left ^ right;
                case "==" -> left == right;
                default -> throw new AssertionError(operator);
            };
        }
        int left = (Integer) operands.get(0);
        int right = (Integer) operands.get(1);
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "<" -> left < right;
            case ">" -> left > right;
            case "==" -> left == right;
            default -> throw new AssertionError(operator);
        };
    }

    private Object value(Operand operand, Object[] values) {
        if (operand instanceof Operand.Local local) {
            Object value = values[local.variable().id()];
            if (value == UNDEFINED) {
                throw new AssertionError(local + " is read before it is assigned");
            }
            return value;
        } else if (operand instanceof Operand.Constant constant) {
            return constant.value();
        } else if (operand instanceof Operand.FunctionRef ref) {
            List<Object> captured =
                    ref.captured().stream().map(o -> value(o, values)).toList();
            Function target = functions.get(ref.target());
            IntSupplier task = () -> {
                try {
                    return (Integer) run(target, List.of(), captured);
                } catch (RuntimeException | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new AssertionError(e);
                }
            };
            return task;
        }
        throw new AssertionError(operand);
    }

    private Object call(Op.Call call, Object[] values) throws Throwable {
        List<Object> arguments =
                call.arguments().stream().map(o -> value(o, values)).toList();
        if (call.kind() == Op.CallKind.NEW) {
            return arguments.isEmpty() ? new AssertionError() : new AssertionError(arguments.get(0));
        }
        Object receiver = value(call.receiver(), values);
        try {
            if (receiver instanceof Tracer tracer) {
                return call(tracer, call.callee().name(), arguments);
            }
            return switch (call.callee().name()) {
                case "close" -> {
                    ((Tracer.R) receiver).close();
                    yield null;
                }
                case "addSuppressed" -> {
                    ((Throwable) receiver).addSuppressed((Throwable) arguments.get(0));
                    yield null;
                }
                case "length" -> ((String) receiver).length();
                default -> throw new AssertionError(call);
            };
        } catch (RuntimeException e) {
            throw new Thrown(e);
        }
    }

    private static Object call(Tracer tracer, String name, List<Object> arguments) {
        Object first = arguments.get(0);
        return switch (name) {
            case "t" -> tracer.t((Integer) first);
            case "c" -> tracer.c((Integer) first);
            case "f" -> tracer.f((Integer) first);
            case "x" -> tracer.x((Integer) first);
            case "e" -> tracer.e((Integer) first);
            case "r" -> tracer.r((Integer) first);
            case "o" -> tracer.o((Integer) first);
            case "some" -> tracer.some((Integer) first);
            case "run" -> tracer.run((IntSupplier) first);
            case "s" -> {
                tracer.s((String) first);
                yield 0;
            }
            case "show" -> {
                tracer.show(first);
                yield 0;
            }
            case "caught" -> {
                tracer.caught((Throwable) first);
                yield 0;
            }
            default -> throw new AssertionError(name);
        };
    }
}
