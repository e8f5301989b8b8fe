package dev.heed.cli.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * The classes of a scan without {@code invokedynamic} for lambdas, method references, and records, and rules that do not read
 * their annotations: a scan runs on C1 alone and is short, and none of it suits it. See decision 84.
 */
final class PlainClasses {
    private static final String SUFFIX = ".class";

    /** What a scan runs: Heed itself and its parser. */
    private static final List<String> OURS = List.of("dev/heed/", "com/github/javaparser/");

    /** What copies some of its own classes into other JVMs, by name; and what programs outside of Heed build on. */
    private static final List<String> AS_THEY_ARE = List.of("dev/heed/verify/", "dev/heed/runtime/");

    private final Map<String, byte[]> changed = new HashMap<>();
    private final Map<String, byte[]> made = new TreeMap<>();
    private final Map<String, List<String>> nests = new HashMap<>();

    /** Whether a class file of this name in the jar is one to make plain. */
    static boolean takes(String entry) {
        return entry.endsWith(SUFFIX)
                && OURS.stream().anyMatch(entry::startsWith)
                && AS_THEY_ARE.stream().noneMatch(entry::startsWith);
    }

    /** Takes one class file. */
    void add(String entry, byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        LambdaClasses lambdas = new LambdaClasses(new RecordMethods(new RuleConstants(writer)));
        reader.accept(lambdas, 0);
        changed.put(entry, writer.toByteArray());
        lambdas.made().forEach((name, bytes) -> {
            made.put(name + SUFFIX, bytes);
            nests.computeIfAbsent(lambdas.host() + SUFFIX, key -> new ArrayList<>())
                    .add(name);
        });
    }

    /** The classes that were made for lambdas and method references, by the names of their entries, in order. */
    Map<String, byte[]> made() {
        return made;
    }

    /** What came of a class that was taken; all of its nest must have been taken by then. */
    byte[] changed(String entry) {
        byte[] classFile = changed.get(entry);
        if (classFile == null) {
            throw new IllegalArgumentException(entry + " was not taken");
        }
        List<String> members = nests.getOrDefault(entry, List.of());
        if (members.isEmpty()) {
            return classFile;
        }
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visitEnd() {
                        members.forEach(this::visitNestMember);
                        super.visitEnd();
                    }
                },
                0);
        return writer.toByteArray();
    }
}
