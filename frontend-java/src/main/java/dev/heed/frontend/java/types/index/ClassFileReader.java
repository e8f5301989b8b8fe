package dev.heed.frontend.java.types.index;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads declarations out of class files. */
public final class ClassFileReader {

    private ClassFileReader() {}

    /**
     * Reads one class file; its private members are left out.
     *
     * @return null for what is no type that source text can name: a module, a package, a synthetic or local class
     * @throws RuntimeException of several kinds if the bytes are no class file that ASM can read
     */
    public static @Nullable ClassSignature read(byte[] bytes) {
        Collector collector = new Collector();
        // The code is skipped, but debug information must not be: parameter names are not needed, signatures are kept.
        new ClassReader(bytes)
                .accept(collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return collector.result();
    }

    private static final class Collector extends ClassVisitor {
        private String name = "";
        private int flags;
        private @Nullable String outer;
        private @Nullable String signature;
        private @Nullable String superName;
        private List<String> interfaces = List.of();
        private boolean isLocal;
        private final List<String> memberTypes = new ArrayList<>();
        private final List<ClassSignature.Field> fields = new ArrayList<>();
        private final List<ClassSignature.Method> methods = new ArrayList<>();

        Collector() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String internalName,
                @Nullable String classSignature,
                @Nullable String superInternalName,
                String[] interfaceNames) {
            name = internalName;
            flags = access;
            signature = classSignature;
            superName = superInternalName;
            interfaces = List.of(interfaceNames);
        }

        @Override
        public void visitInnerClass(String inner, @Nullable String outerName, @Nullable String simpleName, int access) {
            if (inner.equals(name)) {
                outer = outerName;
                isLocal = outerName == null || simpleName == null;
                flags = access | (flags & Opcodes.ACC_SUPER);
            } else if (name.equals(outerName) && simpleName != null && (access & Opcodes.ACC_SYNTHETIC) == 0) {
                memberTypes.add(inner);
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String field, String descriptor, @Nullable String generic, @Nullable Object value) {
            if ((access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PRIVATE)) == 0) {
                Object constant = value instanceof Integer number ? narrowed(number, descriptor) : value;
                fields.add(new ClassSignature.Field(access, field, generic == null ? descriptor : generic, constant));
            }
            return null;
        }

        private static Object narrowed(Integer value, String descriptor) {
            return switch (descriptor) {
                case "Z" -> value != 0;
                case "C" -> (char) value.intValue();
                default -> value;
            };
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String method, String descriptor, @Nullable String generic, String @Nullable [] thrown) {
            boolean hidden = (access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE | Opcodes.ACC_PRIVATE)) != 0;
            if (!hidden && !method.equals("<clinit>")) {
                methods.add(new ClassSignature.Method(
                        access, method, descriptor, generic, thrown == null ? List.of() : List.of(thrown)));
            }
            return null;
        }

        @Nullable
        ClassSignature result() {
            boolean unnameable = isLocal || (flags & (Opcodes.ACC_MODULE | Opcodes.ACC_SYNTHETIC)) != 0;
            return unnameable || name.isEmpty() || name.endsWith("package-info")
                    ? null
                    : new ClassSignature(
                            name, flags, outer, signature, superName, interfaces, memberTypes, fields, methods);
        }
    }
}
