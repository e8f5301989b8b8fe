package dev.heed.verify.rewrite;

import dev.heed.verify.point.Call;
import dev.heed.verify.point.CallModel;
import dev.heed.verify.point.Delivery;
import dev.heed.verify.point.Site;
import dev.heed.verify.point.Sites;
import dev.heed.verify.point.Watch;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The probes around one call. Where they need the receiver or the arguments, these are stored in locals beyond the method's own and
 * loaded again, just before the call: nothing jumps there in between, so no frame has to know of them.
 */
final class CallProbes {
    private static final String OBJECT_SITE = "(Ljava/lang/Object;I)V";

    private static final Type OBJECTS = Type.getType(Object[].class);

    private final InsnList code;
    private final MethodInsnNode call;
    private final Call known;
    private final CallModel model;
    private final boolean isStatic;
    private final boolean isConstructor;
    private final Type[] arguments;
    private final int[] slots;
    private final int site;
    private final InsnList before = new InsnList();
    private final InsnList after = new InsnList();
    private int receiver;

    CallProbes(InsnList code, MethodInsnNode call, Call known, CallModel model, Sites sites, Places places, int line) {
        this.code = code;
        this.call = call;
        this.known = known;
        this.model = model;
        this.isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
        this.isConstructor = call.name.equals("<init>");
        this.arguments = Type.getArgumentTypes(call.desc);
        this.slots = new int[arguments.length];
        this.site = sites.add(places.site(
                kind(known), line, Places.call(call.owner, call.name), known.deliveries(), known.failures()));
    }

    private static Site.Kind kind(Call known) {
        if (known.deliveries().isEmpty()) {
            return Site.Kind.CALL;
        }
        return switch (known.from()) {
            case ANYTHING -> Site.Kind.POINT;
            case UNKNOWN_CODE -> Site.Kind.OPEN_POINT;
            case STUB -> Site.Kind.STUB_POINT;
        };
    }

    void insert(int firstFreeLocal) {
        if (needsValues()) {
            spill(firstFreeLocal);
        }
        before();
        if (known.deliveries().contains(Delivery.LATE) && call.desc.contains(CallModel.TIME_LIMIT)) {
            limit(needsValues() ? receiver + 1 : firstFreeLocal);
        }
        after();
        code.insertBefore(call, before);
        code.insert(call, after);
    }

    private boolean needsValues() {
        return needsReceiver()
                || known.is(Watch.LOG)
                || known.is(Watch.CLOSES)
                || known.is(Watch.ALLOF)
                || (known.is(Watch.OPEN) && arguments.length > 0)
                || known.is(Watch.HAND);
    }

    private boolean needsReceiver() {
        return !isStatic
                && !isConstructor
                && (known.from() != Call.From.ANYTHING
                        || known.deliveries().contains(Delivery.CANCEL_AWAITED)
                        || known.deliveries().contains(Delivery.IO)
                        || known.is(Watch.TAKE)
                        || known.is(Watch.TRY)
                        || known.is(Watch.FREE)
                        || known.is(Watch.CLOSE)
                        || known.is(Watch.OPEN)
                        || known.is(Watch.ISDONE)
                        || known.is(Watch.RESTORE)
                        || known.is(Watch.START)
                        || known.is(Watch.LOG));
    }

    private void spill(int firstFreeLocal) {
        int next = firstFreeLocal;
        for (int i = 0; i < arguments.length; i++) {
            slots[i] = next;
            next += arguments[i].getSize();
        }
        receiver = next;
        for (int i = arguments.length - 1; i >= 0; i--) {
            before.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), slots[i]));
        }
        if (!isStatic && !isConstructor) {
            before.add(new VarInsnNode(Opcodes.ASTORE, receiver));
            before.add(new VarInsnNode(Opcodes.ALOAD, receiver));
        }
        for (int i = 0; i < arguments.length; i++) {
            before.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ILOAD), slots[i]));
        }
    }

    private void before() {
        if (known.is(Watch.LOG)) {
            logged();
        }
        if (known.is(Watch.CLOSES)) {
            closesArguments();
        }
        if (known.is(Watch.HAND)) {
            before.add(new VarInsnNode(Opcodes.ALOAD, slots[arguments.length - 1]));
            probe(before, "handed", OBJECT_SITE);
        }
        if (!isStatic) {
            ofReceiver(Watch.CLOSE, "closing");
            ofReceiver(Watch.RESTORE, "interrupting");
            ofReceiver(Watch.START, "starting");
        }
        if (known.is(Watch.EXIT)) {
            probe(before, "exiting", "(I)V");
        }
        if (!known.deliveries().isEmpty()) {
            if (needsReceiver()) {
                before.add(new VarInsnNode(Opcodes.ALOAD, receiver));
                probe(before, "point", OBJECT_SITE);
            } else {
                probe(before, "point", "(I)V");
            }
        }
        if (known.is(Watch.MILLIS)) {
            Emit.probe(before, "sleepMillis", "(J)J");
        } else if (known.is(Watch.UNITS)) {
            Emit.probe(before, "sleepUnits", "(J)J");
        }
    }

    /** The time lies below its unit, which is the last argument. */
    private void limit(int free) {
        before.add(new VarInsnNode(Opcodes.ASTORE, free));
        Emit.probe(before, "limit", "(J)J");
        before.add(new VarInsnNode(Opcodes.ALOAD, free));
    }

    private void after() {
        if (!known.deliveries().isEmpty()) {
            probe(after, "passed", "(I)V");
        }
        if (!isStatic && !isConstructor) {
            if (known.is(Watch.TRY)) {
                lockAndAmount();
                probe(after, "tried", "(ZLjava/lang/Object;II)Z");
            } else if (known.is(Watch.TAKE) || known.is(Watch.FREE)) {
                lockAndAmount();
                probe(after, known.is(Watch.TAKE) ? "took" : "freed", "(Ljava/lang/Object;II)V");
            }
        }
        done();
        if (known.is(Watch.OPEN)) {
            opened();
        }
    }

    private void done() {
        if (known.is(Watch.ISDONE)) {
            after.add(new VarInsnNode(Opcodes.ALOAD, receiver));
            Emit.probe(after, "asked", "(ZLjava/lang/Object;)Z");
        } else if (known.is(Watch.DONE)) {
            after.add(new InsnNode(Opcodes.DUP));
            Emit.probe(after, "done", "(Ljava/lang/Object;)V");
        } else if (known.is(Watch.ALLOF)) {
            after.add(new InsnNode(Opcodes.DUP));
            after.add(new VarInsnNode(Opcodes.ALOAD, slots[0]));
            Emit.probe(after, "combined", "(Ljava/lang/Object;[Ljava/lang/Object;)V");
        }
    }

    private void ofReceiver(Watch watch, String probe) {
        if (known.is(watch)) {
            before.add(new VarInsnNode(Opcodes.ALOAD, receiver));
            probe(before, probe, OBJECT_SITE);
        }
    }

    private void logged() {
        if (call.name.equals("printStackTrace")) {
            before.add(new VarInsnNode(Opcodes.ALOAD, receiver));
            probe(before, "logged", OBJECT_SITE);
        }
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].getSort() == Type.OBJECT || arguments[i].equals(OBJECTS)) {
                before.add(new VarInsnNode(Opcodes.ALOAD, slots[i]));
                probe(before, "logged", OBJECT_SITE);
            }
        }
    }

    private void closesArguments() {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].getSort() == Type.OBJECT) {
                before.add(new VarInsnNode(Opcodes.ALOAD, slots[i]));
                probe(before, "closing", OBJECT_SITE);
            }
        }
    }

    /** The lock, and how much of it: a semaphore's calls may say. */
    private void lockAndAmount() {
        after.add(new VarInsnNode(Opcodes.ALOAD, receiver));
        boolean tellsAmount = arguments.length > 0 && arguments[0].getSort() == Type.INT;
        after.add(tellsAmount ? new VarInsnNode(Opcodes.ILOAD, slots[0]) : Emit.constant(1));
    }

    private void opened() {
        boolean hasParent = !isStatic && !isConstructor && !call.name.startsWith("accept");
        after.add(new InsnNode(Opcodes.DUP));
        after.add(hasParent ? new VarInsnNode(Opcodes.ALOAD, receiver) : new InsnNode(Opcodes.ACONST_NULL));
        probe(after, "opened", "(Ljava/lang/Object;Ljava/lang/Object;I)V");
        if (model.isOurs(call.owner)) {
            // Whether it closes what it was given is seen in its own code.
            return;
        }
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].getSort() == Type.OBJECT && model.isResource(arguments[i].getInternalName())) {
                after.add(new InsnNode(Opcodes.DUP));
                after.add(new VarInsnNode(Opcodes.ALOAD, slots[i]));
                Emit.probe(after, "wrapped", "(Ljava/lang/Object;Ljava/lang/Object;)V");
            }
        }
    }

    private void probe(InsnList to, String name, String descriptor) {
        Emit.site(to, site);
        Emit.probe(to, name, descriptor);
    }
}
