package dev.heed.verify.drive;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Reads off the branches on the way to a wait what fields, parameters and answers must be. Where only one side of a branch leads on, and
 * what it asks for is a field, a parameter, or what a simple method makes of these, that side's answer is a wish.
 */
public final class Steering {
    private static final int FARTHEST = 4;
    private static final int DEEPEST = 3;
    private static final Set<String> LOOKUPS = Set.of("get", "remove", "containsKey");
    private static final Set<String> HOLDERS = Set.of("get", "getPlain", "getAcquire", "intValue", "longValue");

    private final Function<String, byte @Nullable []> files;
    private final Map<String, Body> bodies = new TreeMap<>();
    private final Set<String> read = new HashSet<>();
    private final Wishes wishes = new Wishes();
    private final Set<String> reached = new HashSet<>();

    private record Body(String owner, MethodNode method) {
        String key() {
            return owner + "." + method.name + method.desc;
        }
    }

    private Steering(Function<String, byte @Nullable []> files) {
        this.files = files;
    }

    /**
     * The wishes on the way to some calls.
     *
     * @param classNames the classes around them, as {@code Class.getName} gives them
     * @param isGoal whether a line of a class, by that name, is where the calls are
     * @param files the program's class files, by internal name
     */
    public static Wishes to(
            Set<String> classNames, BiPredicate<String, Integer> isGoal, Function<String, byte @Nullable []> files) {
        Steering steering = new Steering(files);
        classNames.forEach(name -> steering.read(name.replace('.', '/')));
        steering.run(isGoal);
        return steering.wishes;
    }

    private void read(String internalName) {
        byte[] file = read.add(internalName) ? files.apply(internalName) : null;
        if (file == null) {
            return;
        }
        ClassNode type = new ClassNode();
        try {
            new ClassReader(file).accept(type, ClassReader.SKIP_FRAMES);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // It runs without probes, and without wishes.
            return;
        }
        for (MethodNode method : type.methods) {
            if (method.instructions.size() > 0) {
                Body body = new Body(type.name, method);
                bodies.put(body.key(), body);
            }
        }
    }

    private void run(BiPredicate<String, Integer> isGoal) {
        wishes.goals(isGoal);
        List<Body> all = List.copyOf(bodies.values());
        for (Body body : all) {
            BitSet goals = calls(body, isGoal);
            if (!goals.isEmpty()) {
                reached.add(body.key());
                wishes.onWay(body.owner(), body.method().name);
                wishes.target(body.key());
                steer(body, goals, 0);
            }
        }
        Set<String> last = Set.copyOf(reached);
        for (int i = 0; i < FARTHEST && !last.isEmpty(); i++) {
            Set<String> callers = new HashSet<>();
            for (Body body : all) {
                BitSet goals = calls(body, last);
                if (!goals.isEmpty() && reached.add(body.key())) {
                    callers.add(body.key());
                    wishes.onWay(body.owner(), body.method().name);
                    steer(body, goals, 0);
                }
            }
            last = callers;
        }
    }

    private static BitSet calls(Body body, BiPredicate<String, Integer> isGoal) {
        BitSet goals = new BitSet();
        int line = 0;
        for (int i = 0; i < body.method().instructions.size(); i++) {
            AbstractInsnNode node = body.method().instructions.get(i);
            if (node instanceof LineNumberNode number) {
                line = number.line;
            } else if (node instanceof MethodInsnNode
                    && isGoal.test(body.owner().replace('/', '.'), line)) {
                goals.set(i);
            }
        }
        return goals;
    }

    private static BitSet calls(Body body, Set<String> targets) {
        BitSet goals = new BitSet();
        for (int i = 0; i < body.method().instructions.size(); i++) {
            if (body.method().instructions.get(i) instanceof MethodInsnNode call
                    && targets.contains(call.owner + "." + call.name + call.desc)) {
                goals.set(i);
            }
        }
        return goals;
    }

    private void steer(Body body, BitSet goals, int depth) {
        Flow flow = new Flow(body.method());
        BitSet leading = flow.leadingTo(goals);
        BitSet before = flow.before(goals);
        for (int i = 0; i < body.method().instructions.size(); i++) {
            if (leading.get(i)
                    && before.get(i)
                    && body.method().instructions.get(i) instanceof JumpInsnNode jump
                    && jump.getOpcode() != Opcodes.GOTO) {
                boolean taken = leading.get(body.method().instructions.indexOf(jump.label));
                if (taken != leading.get(i + 1)) {
                    branch(body, jump, taken, depth);
                }
            }
        }
    }

    private void branch(Body body, JumpInsnNode jump, boolean taken, int depth) {
        List<AbstractInsnNode> operands = new Expressions(body.method()).operands(jump);
        if (operands.isEmpty()) {
            return;
        }
        AbstractInsnNode first = operands.get(0);
        int opcode = taken ? jump.getOpcode() : opposite(jump.getOpcode());
        switch (opcode) {
            case Opcodes.IFNULL -> wish(body, first, Wish.of(Wish.Kind.NULL, ""), depth);
            case Opcodes.IFNONNULL -> wish(body, first, Wish.of(Wish.Kind.PRESENT, ""), depth);
            case Opcodes.IF_ACMPEQ -> {
                if (operands.get(1) instanceof FieldInsnNode constant && constant.getOpcode() == Opcodes.GETSTATIC) {
                    wish(body, first, Wish.of(Wish.Kind.CONSTANT, constant.name), depth);
                }
            }
            case Opcodes.IF_ACMPNE -> {}
            default -> compare(body, operands, opcode, depth);
        }
    }

    private void compare(Body body, List<AbstractInsnNode> operands, int opcode, int depth) {
        AbstractInsnNode first = operands.get(0);
        int relation = opcode;
        Optional<Long> constant = Optional.of(0L);
        List<AbstractInsnNode> compared = operands;
        if (first.getOpcode() == Opcodes.LCMP) {
            compared = new Expressions(body.method()).operands(first);
        }
        if (opcode >= Opcodes.IF_ICMPEQ) {
            relation = opcode - Opcodes.IF_ICMPEQ + Opcodes.IFEQ;
        }
        if (compared.size() == 2) {
            constant = Expressions.number(compared.get(1));
            first = compared.get(0);
        }
        if (constant.isPresent()) {
            wish(body, first, Wish.number(number(relation, constant.get())), depth);
        }
    }

    private static int opposite(int opcode) {
        // They come in pairs: equal and not, less and not, null and not.
        return opcode >= Opcodes.IFNULL
                ? (opcode == Opcodes.IFNULL ? Opcodes.IFNONNULL : Opcodes.IFNULL)
                : ((opcode - Opcodes.IFEQ) ^ 1) + Opcodes.IFEQ;
    }

    private static long number(int relation, long constant) {
        return switch (relation) {
            case Opcodes.IFNE, Opcodes.IFGT -> constant + 1;
            case Opcodes.IFLT -> constant - 1;
            default -> constant;
        };
    }

    /** The value that an instruction pushes is to be so. */
    private void wish(Body body, AbstractInsnNode value, Wish wish, int depth) {
        Expressions expressions = new Expressions(body.method());
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof FieldInsnNode field) {
            wishes.field(field.name, field.desc, wish);
        } else if (value instanceof VarInsnNode load) {
            int parameter = expressions.parameter(load);
            Optional<AbstractInsnNode> written = expressions.written(load);
            if (written.isPresent()) {
                wish(body, written.get(), wish, depth + 1);
            } else if (parameter >= 0) {
                wishes.parameter(body.key(), parameter, wish);
            }
        } else if (value instanceof TypeInsnNode type) {
            List<AbstractInsnNode> of = expressions.operands(type);
            if (type.getOpcode() == Opcodes.CHECKCAST && !of.isEmpty()) {
                wish(body, of.get(0), wish, depth);
            } else if (type.getOpcode() == Opcodes.INSTANCEOF && !of.isEmpty() && wish.number() != 0) {
                wish(body, of.get(0), Wish.of(Wish.Kind.TYPE, type.desc.replace('/', '.')), depth);
            }
        } else if (value instanceof MethodInsnNode call) {
            call(body, call, expressions.operands(call), wish, depth);
        }
    }

    private void call(Body body, MethodInsnNode call, List<AbstractInsnNode> operands, Wish wish, int depth) {
        boolean isOfJdk = call.owner.startsWith("java/");
        if (isOfJdk && !operands.isEmpty()) {
            known(body, call, operands, wish, depth);
        }
        read(call.owner);
        Body callee = bodies.get(call.owner + "." + call.name + call.desc);
        if (callee != null) {
            returned(callee, wish, depth + 1);
        }
        wishes.answer(call.name, call.desc, wish);
        int line = line(call);
        if (reached.contains(body.key())
                && !reached.contains(call.owner + "." + call.name + call.desc)
                && !wishes.isGoal(body.owner().replace('/', '.'), line)) {
            wishes.standIn(new StandIn(body.owner().replace('/', '.'), body.method().name, line, call.name));
        }
    }

    private static int line(AbstractInsnNode node) {
        AbstractInsnNode at = node;
        while (at != null && !(at instanceof LineNumberNode)) {
            at = at.getPrevious();
        }
        return at instanceof LineNumberNode number ? number.line : 0;
    }

    private void known(Body body, MethodInsnNode call, List<AbstractInsnNode> operands, Wish wish, int depth) {
        AbstractInsnNode receiver = operands.get(0);
        boolean isHolder =
                call.owner.startsWith("java/util/concurrent/atomic/Atomic") || call.owner.startsWith("java/lang/");
        if (operands.size() == 1 && isHolder && HOLDERS.contains(call.name) && wish.kind() == Wish.Kind.NUMBER) {
            wish(body, receiver, Wish.holds(wish.number()), depth);
        } else if (call.name.equals("booleanValue") && wish.kind() == Wish.Kind.NUMBER) {
            wish(body, receiver, wish, depth);
        } else if (call.name.equals("isEmpty") && call.owner.startsWith("java/util/")) {
            wish(body, receiver, Wish.holds(wish.number() == 0 ? 1 : 0), depth);
        } else if (operands.size() == 2 && LOOKUPS.contains(call.name) && call.owner.endsWith("Map")) {
            boolean isMissing =
                    wish.kind() == Wish.Kind.NULL || (call.name.equals("containsKey") && wish.number() == 0);
            wish(body, receiver, isMissing ? Wish.holds(0) : Wish.of(Wish.Kind.ANY_KEY, ""), depth);
        } else if (call.name.equals("size") && call.owner.startsWith("java/util/")) {
            wish(body, receiver, Wish.holds(wish.number()), depth);
        } else if (call.name.equals("compareAndSet") && wish.number() == 1 && operands.size() == 3) {
            Expressions.number(operands.get(1)).ifPresent(number -> wish(body, receiver, Wish.holds(number), depth));
        } else if (call.name.startsWith("equals") && operands.size() == 2 && wish.number() == 1) {
            equal(body, receiver, operands.get(1), depth);
            equal(body, operands.get(1), receiver, depth);
        }
    }

    private void equal(Body body, AbstractInsnNode constant, AbstractInsnNode value, int depth) {
        if (constant instanceof LdcInsnNode literal && literal.cst instanceof String text) {
            wish(body, value, Wish.of(Wish.Kind.TEXT, text), depth);
        } else if (constant instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC) {
            wish(body, value, Wish.of(Wish.Kind.CONSTANT, field.name), depth);
        }
    }

    /** What a method returns is to be so: a field of it, or the constant that some of its branches lead to. */
    private void returned(Body callee, Wish wish, int depth) {
        BitSet constants = new BitSet();
        List<AbstractInsnNode> values = new ArrayList<>();
        Expressions expressions = new Expressions(callee.method());
        for (AbstractInsnNode node : callee.method().instructions) {
            int opcode = node.getOpcode();
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN) {
                values.addAll(expressions.operands(node));
            }
            boolean isBoolean = Type.getReturnType(callee.method().desc).getSort() == Type.BOOLEAN;
            if (isBoolean
                    && wish.kind() == Wish.Kind.NUMBER
                    && opcode == Opcodes.ICONST_0 + (wish.number() == 0 ? 0 : 1)) {
                constants.set(callee.method().instructions.indexOf(node));
            }
        }
        if (depth > DEEPEST) {
            return;
        }
        if (values.size() == 1 && Expressions.number(values.get(0)).isEmpty()) {
            wish(callee, values.get(0), wish, depth);
        } else if (!constants.isEmpty()) {
            steer(callee, constants, depth);
        }
    }
}
