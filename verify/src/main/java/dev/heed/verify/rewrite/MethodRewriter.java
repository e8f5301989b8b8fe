package dev.heed.verify.rewrite;

import dev.heed.verify.point.Call;
import dev.heed.verify.point.CallModel;
import dev.heed.verify.point.Site;
import dev.heed.verify.point.Sites;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Puts the probes into one method: at calls, at handlers, at jumps back, where an exception is stored. */
final class MethodRewriter {
    /** How far behind a handler's start the compiler's own try-with-resources closes and suppresses. */
    private static final int RESOURCE_HANDLER = 16;

    private final ClassNode type;
    private final MethodNode method;
    private final CallModel model;
    private final Sites sites;
    private final Places places;
    private final InsnList code;
    private final Map<LabelNode, Integer> positions = new HashMap<>();
    private int line;

    MethodRewriter(ClassNode type, MethodNode method, CallModel model, Sites sites) {
        this.type = type;
        this.method = method;
        this.model = model;
        this.sites = sites;
        this.places = new Places(type, method);
        this.code = method.instructions;
    }

    void rewrite() {
        AbstractInsnNode[] before = code.toArray();
        for (int i = 0; i < before.length; i++) {
            if (before[i] instanceof LabelNode label) {
                positions.put(label, i);
            }
        }
        handlers();
        int spill = method.maxLocals;
        // An object under construction lies twice on the stack, so that its constructor leaves one behind.
        Deque<TypeInsnNode> underConstruction = new ArrayDeque<>();
        for (int i = 0; i < before.length; i++) {
            AbstractInsnNode node = before[i];
            if (node instanceof LineNumberNode number) {
                line = number.line;
            } else if (node instanceof TypeInsnNode instruction && node.getOpcode() == Opcodes.NEW) {
                underConstruction.push(instruction);
            } else if (node instanceof MethodInsnNode call) {
                call(call, isKept(call, underConstruction), spill);
            } else if (node instanceof FieldInsnNode field) {
                stored(field);
            } else if (jumpsBack(node, i)) {
                loop(node);
            }
        }
    }

    private void call(MethodInsnNode call, boolean isKept, int spill) {
        boolean isConstructor = call.name.equals("<init>");
        if (isConstructor && !isKept) {
            return;
        }
        Call known = model.call(call.owner, call.name, call.desc);
        if (!known.isPlain()) {
            new CallProbes(code, call, known, model, sites, places, line).insert(spill);
        }
    }

    /** Whether this constructor's object stays on the stack after it. */
    private static boolean isKept(MethodInsnNode call, Deque<TypeInsnNode> underConstruction) {
        if (!call.name.equals("<init>")
                || underConstruction.isEmpty()
                || !underConstruction.peek().desc.equals(call.owner)) {
            return false;
        }
        AbstractInsnNode next = nextReal(underConstruction.pop().getNext());
        return next != null && next.getOpcode() == Opcodes.DUP;
    }

    /** An exception that is kept in a field may be looked at by somebody later; that of an exception is just its cause. */
    private void stored(FieldInsnNode field) {
        boolean isStore = field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC;
        Type stored = Type.getType(field.desc);
        if (isStore
                && stored.getSort() == Type.OBJECT
                && model.isThrowable(stored.getInternalName())
                && !model.isThrowable(type.name)) {
            InsnList probe = new InsnList();
            probe.add(new InsnNode(Opcodes.DUP));
            Emit.site(probe, sites.add(places.site(Site.Kind.CALL, line, field.name)));
            Emit.probe(probe, "handed", "(Ljava/lang/Object;I)V");
            code.insertBefore(field, probe);
        }
    }

    private void loop(AbstractInsnNode jump) {
        InsnList probe = new InsnList();
        Emit.site(probe, sites.add(places.site(Site.Kind.LOOP, line, "")));
        Emit.probe(probe, "loop", "(I)V");
        code.insertBefore(jump, probe);
    }

    private boolean jumpsBack(AbstractInsnNode node, int at) {
        if (node instanceof JumpInsnNode jump) {
            return isBefore(jump.label, at);
        }
        if (node instanceof TableSwitchInsnNode table) {
            return isBefore(table.dflt, at) || table.labels.stream().anyMatch(label -> isBefore(label, at));
        }
        if (node instanceof LookupSwitchInsnNode lookup) {
            return isBefore(lookup.dflt, at) || lookup.labels.stream().anyMatch(label -> isBefore(label, at));
        }
        return false;
    }

    private boolean isBefore(LabelNode label, int at) {
        return position(label) < at;
    }

    private int position(LabelNode label) {
        return positions.getOrDefault(label, Integer.MAX_VALUE);
    }

    private void handlers() {
        Map<LabelNode, List<TryCatchBlockNode>> byHandler = new LinkedHashMap<>();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            byHandler
                    .computeIfAbsent(block.handler, label -> new java.util.ArrayList<>())
                    .add(block);
        }
        byHandler.forEach(this::handler);
    }

    private void handler(LabelNode label, List<TryCatchBlockNode> blocks) {
        AbstractInsnNode first = nextReal(label);
        if (first == null) {
            return;
        }
        TreeSet<String> types = new TreeSet<>();
        boolean isWritten = !closesResource(first);
        for (TryCatchBlockNode block : blocks) {
            // A handler that guards itself (the compiler's for synchronized) must not be thrown out of: it would go
            // round for ever.
            boolean guardsItself = position(block.start) <= position(label) && position(label) < position(block.end);
            isWritten &= block.type != null && !guardsItself;
            if (block.type != null) {
                types.add(Places.simpleName(block.type));
            }
        }
        Site.Kind kind = isWritten ? Site.Kind.HANDLER : Site.Kind.FINALLY;
        InsnList probe = new InsnList();
        probe.add(new InsnNode(Opcodes.DUP));
        Emit.site(probe, sites.add(places.site(kind, lineAt(label), String.join(" | ", types))));
        Emit.probe(probe, "handler", "(Ljava/lang/Throwable;I)V");
        code.insertBefore(first, probe);
    }

    /** Whether the handler is the one that the compiler makes for try-with-resources. */
    private static boolean closesResource(AbstractInsnNode first) {
        AbstractInsnNode node = first;
        for (int i = 0; i < RESOURCE_HANDLER && node != null; i++) {
            if (node instanceof MethodInsnNode call
                    && (call.name.equals("addSuppressed") || call.name.equals("$closeResource"))) {
                return i > 0;
            }
            node = nextReal(node.getNext());
        }
        return false;
    }

    private static int lineAt(LabelNode label) {
        for (AbstractInsnNode node = label; node != null; node = node.getNext()) {
            if (node instanceof LineNumberNode number) {
                return number.line;
            }
            if (node.getOpcode() >= 0) {
                break;
            }
        }
        for (AbstractInsnNode node = label; node != null; node = node.getPrevious()) {
            if (node instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    /** The first instruction from here on: labels, lines and frames are none. */
    private static @Nullable AbstractInsnNode nextReal(@Nullable AbstractInsnNode from) {
        AbstractInsnNode node = from;
        while (node != null && node.getOpcode() < 0) {
            node = node.getNext();
        }
        return node;
    }
}
