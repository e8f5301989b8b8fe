package dev.heed.verify.rewrite;

import dev.heed.verify.point.CallModel;
import dev.heed.verify.point.Sites;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts probes into a class. No probe branches, and what it spills goes to locals that no frame mentions: so all stack map frames stay
 * as the compiler wrote them, and no common supertype ever has to be guessed.
 */
public final class ClassRewriter {
    private final CallModel model;
    private final Sites sites;

    /** Asks the model which calls matter, and numbers their sites. */
    public ClassRewriter(CallModel model, Sites sites) {
        this.model = model;
        this.sites = sites;
    }

    /**
     * The class with probes in all its methods, but for those that would grow beyond what a class file can hold.
     *
     * @throws UnreadableClassException if the file is damaged, or of a newer JDK than ASM knows
     */
    public byte[] rewrite(byte[] classFile) {
        Set<String> leftAlone = new HashSet<>();
        while (true) {
            try {
                return rewrite(classFile, leftAlone);
            } catch (MethodTooLargeException e) {
                if (!leftAlone.add(e.getMethodName() + e.getDescriptor())) {
                    throw new UnreadableClassException("a method is too large", e);
                }
            }
        }
    }

    private byte[] rewrite(byte[] classFile, Set<String> leftAlone) {
        ClassNode type = read(classFile);
        List<MethodNode> methods = new ArrayList<>(type.methods);
        MethodReferences references = new MethodReferences(type, model);
        for (MethodNode method : methods) {
            if (!leftAlone.contains(method.name + method.desc)) {
                references.expand(method);
            }
        }
        for (MethodNode method : type.methods) {
            if (method.instructions.size() > 0 && !leftAlone.contains(method.name + method.desc)) {
                new MethodRewriter(type, method, model, sites).rewrite();
            }
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.accept(writer);
        byte[] rewritten = writer.toByteArray();
        sites.rewrote(type.name.replace('/', '.'));
        return rewritten;
    }

    private static ClassNode read(byte[] classFile) {
        ClassNode type = new ClassNode();
        try {
            new ClassReader(classFile).accept(type, 0);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadableClassException("not a class file that can be read", e);
        }
        return type;
    }
}
