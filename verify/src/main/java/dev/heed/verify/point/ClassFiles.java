package dev.heed.verify.point;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Supertypes and declared exceptions of classes, read from their files: no class is loaded to learn of it. Names are internal ones,
 * with slashes.
 */
public final class ClassFiles {
    private static final String INTERRUPTED = "java/lang/InterruptedException";
    private static final List<String> UNCHECKED = List.of("java/lang/RuntimeException", "java/lang/Error");
    private static final Set<String> BROAD = Set.of("java/lang/Exception", "java/lang/Throwable");

    private final Function<String, byte @Nullable []> bytes;
    private final Map<String, Optional<Facts>> known = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> lineages = new ConcurrentHashMap<>();

    /** What is known of a class. */
    private record Facts(@Nullable String superName, List<String> interfaces, Map<String, MethodFacts> methods) {}

    private record MethodFacts(boolean isAbstract, List<String> exceptions) {}

    /**
     * A method as it is declared: by whom, and whether it says that it throws {@code InterruptedException}, or lets whoever implements it
     * throw that, since it says {@code Exception} or {@code Throwable}; and the checked exceptions that it names beyond these.
     */
    record Declaration(
            String owner, boolean isAbstract, boolean throwsInterrupted, boolean throwsAny, List<String> failures) {}

    /** Reads from the files that this function knows by internal name; null for those it does not know. */
    public ClassFiles(Function<String, byte @Nullable []> bytes) {
        this.bytes = bytes;
    }

    /** The declaration that a call of this method is linked to, if it can be found. */
    Optional<Declaration> declaration(String owner, String name, String descriptor) {
        String method = name + descriptor;
        for (String owning : lineage(owner)) {
            MethodFacts facts =
                    facts(owning).map(found -> found.methods().get(method)).orElse(null);
            if (facts != null) {
                boolean interrupted = facts.exceptions().stream().anyMatch(e -> isSubtype(e, INTERRUPTED));
                boolean any = facts.exceptions().stream().anyMatch(BROAD::contains);
                List<String> failures = facts.exceptions().stream()
                        .filter(thrown -> !BROAD.contains(thrown) && !isSubtype(thrown, INTERRUPTED))
                        .filter(thrown -> UNCHECKED.stream().noneMatch(type -> isSubtype(thrown, type)))
                        .toList();
                return Optional.of(new Declaration(owning, facts.isAbstract(), interrupted, any, failures));
            }
        }
        return Optional.empty();
    }

    /** Whether the type is, extends or implements the other; false where a file is missing. */
    public boolean isSubtype(String type, String of) {
        return type.equals(of) || lineage(type).contains(of);
    }

    private Set<String> lineage(String type) {
        Set<String> lineage = lineages.get(type);
        if (lineage == null) {
            lineage = computeLineage(type);
            lineages.put(type, lineage);
        }
        return lineage;
    }

    /** The type, its superclasses, then all superinterfaces: the order in which the JVM looks for a method. */
    private Set<String> computeLineage(String type) {
        // Arrays have the methods of Object, and are no resource.
        if (type.startsWith("[")) {
            return Set.of("java/lang/Object");
        }
        Set<String> lineage = new LinkedHashSet<>();
        Deque<String> interfaces = new ArrayDeque<>();
        for (String next = type; next != null && lineage.add(next); ) {
            Optional<Facts> facts = facts(next);
            facts.ifPresent(found -> interfaces.addAll(found.interfaces()));
            next = facts.map(Facts::superName).orElse(null);
        }
        while (!interfaces.isEmpty()) {
            String next = interfaces.removeFirst();
            if (lineage.add(next)) {
                facts(next).ifPresent(found -> interfaces.addAll(found.interfaces()));
            }
        }
        return lineage;
    }

    private Optional<Facts> facts(String type) {
        Optional<Facts> facts = known.get(type);
        if (facts == null) {
            facts = read(type);
            known.put(type, facts);
        }
        return facts;
    }

    private Optional<Facts> read(String type) {
        byte[] file = bytes.apply(type);
        if (file == null) {
            return Optional.empty();
        }
        try {
            Reader reader = new Reader();
            new ClassReader(file)
                    .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return Optional.of(new Facts(reader.superName, reader.interfaces, reader.methods));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // A damaged file, or one of a newer JDK than ASM knows: nothing is known of it.
            return Optional.empty();
        }
    }

    private static final class Reader extends ClassVisitor {
        private @Nullable String superName;
        private List<String> interfaces = List.of();
        private final Map<String, MethodFacts> methods = new HashMap<>();

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superType,
                String @Nullable [] implemented) {
            superName = superType;
            interfaces = implemented == null ? List.of() : List.of(implemented);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            List<String> thrown = exceptions == null ? List.of() : List.of(exceptions);
            methods.put(name + descriptor, new MethodFacts((access & Opcodes.ACC_ABSTRACT) != 0, thrown));
            return null;
        }
    }
}
