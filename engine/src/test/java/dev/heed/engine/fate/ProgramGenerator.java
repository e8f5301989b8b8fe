package dev.heed.engine.fate;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.testing.IrBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Small functions of all that matters to a signal, by chance; the same seed always gives the same. */
final class ProgramGenerator {
    static final MethodRef RESTORES = new MethodRef("test.Helpers", "restores", List.of());
    static final MethodRef MAY_RESTORE = new MethodRef("test.Helpers", "mayRestore", List.of("boolean"));
    static final MethodRef CLEARS = new MethodRef("test.Helpers", "clears", List.of());
    static final MethodRef FAILS = new MethodRef("test.Helpers", "fails", List.of());
    static final MethodRef FAILS_RESTORED = new MethodRef("test.Helpers", "failsRestored", List.of());
    static final MethodRef WAITS_QUIETLY = new MethodRef("test.Helpers", "waitsQuietly", List.of());

    private static final List<String> CAUGHT = List.of(
            IrBuilder.INTERRUPTED,
            IrBuilder.INTERRUPTED,
            IrBuilder.INTERRUPTED,
            "java.lang.Exception",
            "java.lang.RuntimeException",
            "java.lang.Throwable");

    private final Random random;
    private final List<Variable> flags = new ArrayList<>();
    private final Deque<Variable> caught = new ArrayDeque<>();
    private int budget;

    private ProgramGenerator(long seed) {
        random = new Random(seed);
        budget = 6 + random.nextInt(30);
    }

    /** A function and its boolean locals. */
    record Generated(Function function, List<Variable> flags) {}

    static Generated function(long seed) {
        ProgramGenerator generator = new ProgramGenerator(seed);
        IrBuilder code = new IrBuilder("test.Generated", "f" + seed, "boolean").declares(IrBuilder.INTERRUPTED);
        for (int i = generator.random.nextInt(3); i > 0; i--) {
            Variable flag = code.local("flag" + i, "boolean");
            code.assign(flag, generator.random.nextBoolean());
            generator.flags.add(flag);
        }
        code.tryCatch(generator::block, IrBuilder.INTERRUPTED, (c, e) -> generator.handler(c, e));
        generator.block(code);
        return new Generated(code.build(), generator.flags);
    }

    /** The functions of the project that generated ones call. */
    static List<Function> helpers() {
        IrBuilder mayRestore = helper(MAY_RESTORE);
        mayRestore.branch(
                new Test.IsTrue(new Operand.Local(mayRestore.parameter(0))), IrBuilder::restore, IrBuilder::log);
        IrBuilder fails = helper(FAILS);
        fails.throwNew("java.lang.IllegalStateException");
        IrBuilder failsRestored = helper(FAILS_RESTORED);
        failsRestored.restore().throwNew("java.lang.IllegalStateException");
        IrBuilder quiet = helper(WAITS_QUIETLY);
        quiet.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> c.restore());
        return List.of(
                helper(RESTORES).restore().build(),
                mayRestore.build(),
                helper(CLEARS).clear().build(),
                fails.build(),
                failsRestored.build(),
                quiet.build());
    }

    private static IrBuilder helper(MethodRef ref) {
        return new IrBuilder(ref.owner(), ref.name(), ref.parameterTypes().toArray(String[]::new))
                .modifier(Function.Modifier.STATIC);
    }

    private void block(IrBuilder code) {
        for (int i = 1 + random.nextInt(4); i > 0 && budget > 0; i--) {
            statement(code);
        }
    }

    private void handler(IrBuilder code, Variable exception) {
        caught.push(exception);
        block(code);
        caught.pop();
    }

    private void statement(IrBuilder code) {
        budget--;
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> code.await();
            case 4, 5, 6 -> code.restore();
            case 7 -> code.log();
            case 8 -> code.ifPolled(this::block, this::block);
            case 9 -> code.clear();
            case 10 -> code.ifInterrupted(this::block, this::block);
            case 11, 12 -> code.maybe(this::block, this::block);
            case 13, 14 -> flag(code);
            case 15 -> loop(code);
            case 16 -> loop(code);
            case 17, 18 -> tryStatement(code);
            case 19 -> thrown(code);
            case 20 -> jump(code);
            case 21 -> guard(code);
            default -> helper(code);
        }
    }

    private void flag(IrBuilder code) {
        if (flags.isEmpty()) {
            code.log();
            return;
        }
        Variable flag = flags.get(random.nextInt(flags.size()));
        if (random.nextBoolean()) {
            code.assign(flag, random.nextInt(4) != 0);
        } else {
            code.ifFlag(flag, this::block, this::block);
        }
    }

    private void loop(IrBuilder code) {
        Test test = null;
        // Of a loop over a collection the analysis assumes that it ends: not what execution can show.
        Operand anything = new Operand.Local(code.parameter(0));
        int choice = random.nextInt(4);
        if (choice < 2) {
            test = new Test.IsTrue(anything);
        } else if (choice == 2 && !flags.isEmpty()) {
            test = new Test.IsTrue(new Operand.Local(flags.get(random.nextInt(flags.size()))));
        }
        code.loop(test, this::block);
    }

    private void tryStatement(IrBuilder code) {
        List<IrBuilder.Catch> catches = new ArrayList<>();
        boolean hasFinally = random.nextInt(3) == 0;
        for (int i = random.nextInt(hasFinally ? 2 : 3) + (hasFinally ? 0 : 1); i > 0; i--) {
            String type = CAUGHT.get(random.nextInt(CAUGHT.size()));
            catches.add(new IrBuilder.Catch(List.of(type), this::handler));
        }
        // A finally block is copied for each way out: every copy must be the same.
        long seed = random.nextLong();
        int size = random.nextInt(4);
        code.tryStatement(this::block, catches, hasFinally ? c -> again(c, seed, size) : null);
    }

    private void again(IrBuilder code, long seed, int size) {
        ProgramGenerator same = new ProgramGenerator(seed);
        same.flags.addAll(flags);
        same.budget = size;
        same.block(code);
    }

    private void thrown(IrBuilder code) {
        Variable current = caught.peek();
        switch (random.nextInt(current == null ? 2 : 5)) {
            case 0 -> code.throwNew("java.lang.IllegalStateException");
            case 1 -> code.throwNew(IrBuilder.INTERRUPTED);
            case 2 -> code.throwNew("java.lang.RuntimeException", new Operand.Local(current));
            default -> code.rethrow(current);
        }
    }

    private void jump(IrBuilder code) {
        int choice = random.nextInt(3);
        if (code.inLoop() && choice == 0) {
            code.breakLoop();
        } else if (code.inLoop() && choice == 1) {
            code.continueLoop();
        } else {
            code.returns();
        }
    }

    private void guard(IrBuilder code) {
        Variable current = caught.peek();
        if (current == null) {
            code.await();
        } else {
            Test test = new Test.InstanceOf(new Operand.Local(current), IrBuilder.INTERRUPTED);
            code.branch(test, this::block, this::block);
        }
    }

    private void helper(IrBuilder code) {
        switch (random.nextInt(7)) {
            case 0, 1 -> code.callStatic(RESTORES, List.of());
            case 2 -> code.callStatic(MAY_RESTORE, List.of(new Operand.Constant(random.nextBoolean())));
            case 3 -> code.callStatic(CLEARS, List.of());
            case 4 -> code.callStatic(FAILS, List.of());
            case 5 -> code.callStatic(FAILS_RESTORED, List.of());
            default -> code.callStatic(WAITS_QUIETLY, List.of());
        }
    }
}
