package dev.heed.cli.build;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Brings the old class files of a jar to the version of Java 17. A class archive (CDS) takes none below version 50, and
 * picocli's are of version 49. What changes for the JVM is the verifier: it wants stack map frames, which are computed here.
 * With the last form of all entries at hand, the jar gets its {@link JarIdentity}.
 */
public final class ClassFileUpgrade {
    /** The first version that a class archive takes. */
    private static final int FIRST_ARCHIVED = Opcodes.V1_6;

    private ClassFileUpgrade() {}

    /**
     * Rewrites a jar in its place; entries keep their order and times, and the identity comes last.
     *
     * @param args the jar
     * @throws IOException if it cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        Path result = jar.resolveSibling(jar.getFileName() + ".upgraded");
        try (ZipFile from = new ZipFile(jar.toFile());
                URLClassLoader types =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(result));
                ZipOutputStream to = new ZipOutputStream(file)) {
            Map<String, byte[]> upgraded = new LinkedHashMap<>();
            PlainClasses plain = new PlainClasses();
            long time = 0;
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (entry.getName().equals(JarIdentity.ENTRY)) {
                    continue; // of an earlier run over the same jar
                }
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                upgraded.put(entry.getName(), entry.getName().endsWith(".class") ? upgrade(bytes, types) : bytes);
                if (PlainClasses.takes(entry.getName())) {
                    plain.add(entry.getName(), upgraded.get(entry.getName()));
                }
                time = entry.getTime();
            }
            JarIdentity identity = new JarIdentity();
            for (Map.Entry<String, byte[]> entry : upgraded.entrySet()) {
                boolean isPlain = PlainClasses.takes(entry.getKey());
                byte[] bytes = isPlain ? plain.changed(entry.getKey()) : entry.getValue();
                write(to, entry.getKey(), from.getEntry(entry.getKey()).getTime(), bytes, identity);
            }
            for (Map.Entry<String, byte[]> entry : plain.made().entrySet()) {
                write(to, entry.getKey(), time, entry.getValue(), identity);
            }
            write(to, JarIdentity.ENTRY, time, identity.content(), null);
        }
        Files.move(result, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(ZipOutputStream to, String name, long time, byte[] bytes, @Nullable JarIdentity identity)
            throws IOException {
        if (identity != null) {
            identity.add(name, bytes);
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time);
        to.putNextEntry(entry);
        to.write(bytes);
        to.closeEntry();
    }

    /**
     * The class file, of version 61 if it was below 50.
     *
     * @param types where the types are found that meet at a join of the control flow
     */
    static byte[] upgrade(byte[] classFile, ClassLoader types) {
        ClassReader reader = new ClassReader(classFile);
        if (reader.readUnsignedShort(6) >= FIRST_ARCHIVED) {
            return classFile;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return types;
            }
        };
        reader.accept(new Upgrade(writer), ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    /** Sets the version. */
    private static final class Upgrade extends ClassVisitor {
        Upgrade(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            super.visit(Opcodes.V17, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitJumpInsn(int opcode, org.objectweb.asm.Label label) {
                    if (opcode == Opcodes.JSR) {
                        throw new IllegalStateException("subroutines cannot be upgraded");
                    }
                    super.visitJumpInsn(opcode, label);
                }
            };
        }
    }
}
