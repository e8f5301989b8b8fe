package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The scopes of structured concurrency have changed with nearly every release that previewed them. What the shipped files say of
 * them is held against the signatures of each release that a JDK carries along for {@code javac --release} ({@code lib/ct.sym}:
 * a folder for each set of releases, named by their numbers in base 36).
 */
class PreviewModelsTest {
    private static final String SCOPES = "java.util.concurrent.StructuredTaskScope";
    private static final int FIRST = 21;
    private static final int LAST = 25;
    private static final Path SIGNATURES = Path.of(System.getProperty("java.home"), "lib", "ct.sym");

    @Test
    @EnabledForJreRange(minVersion = LAST)
    void everyMethodIsInTheReleasesThatItIsSaidOf() throws IOException, ModelException {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        try (ZipFile signatures = new ZipFile(SIGNATURES.toFile())) {
            for (TypeEntry entry : ModelFiles.shippedSources()) {
                if (!entry.type().startsWith(SCOPES)) {
                    continue;
                }
                for (int release = FIRST; release <= LAST; release++) {
                    List<String> methods = methods(signatures, release, entry.type());
                    for (MethodEntry method : entry.methods()) {
                        checked++;
                        boolean said = methods != null
                                && method.since() <= release
                                && (method.until() == 0 || release <= method.until());
                        if (said && methods.stream().noneMatch(each -> fits(method.signature(), each))) {
                            wrong.add(entry.type() + "#" + method.signature() + " is not in " + release);
                        } else if (!said
                                && methods != null
                                && methods.stream().anyMatch(each -> fits(method.signature(), each))) {
                            wrong.add(entry.type() + "#" + method.signature() + " is in " + release + ", too");
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(50);
    }

    /** The methods of a type in a release, as {@code name type type}; null if the release does not have the type. */
    private static @Nullable List<String> methods(ZipFile signatures, int release, String type) throws IOException {
        String folder = Integer.toString(release, 36).toUpperCase(Locale.ROOT);
        String file = "/java.base/" + type.replace('.', '/') + ".sig";
        ZipEntry found = signatures.stream()
                .filter(entry -> entry.getName().endsWith(file)
                        && entry.getName()
                                .substring(0, entry.getName().indexOf('/'))
                                .contains(folder))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return null;
        }
        List<String> methods = new ArrayList<>();
        try (InputStream bytes = signatures.getInputStream(found)) {
            ClassReader reader = new ClassReader(bytes);
            reader.accept(
                    new ClassVisitor(Opcodes.ASM9) {
                        @Override
                        public @Nullable MethodVisitor visitMethod(
                                int access,
                                String name,
                                String descriptor,
                                @Nullable String generic,
                                String @Nullable [] thrown) {
                            StringBuilder method = new StringBuilder(name);
                            for (Type parameter : Type.getArgumentTypes(descriptor)) {
                                method.append(' ').append(parameter.getClassName());
                            }
                            methods.add(method.toString());
                            return null;
                        }
                    },
                    ClassReader.SKIP_CODE);
            String above = reader.getSuperName().replace('/', '.');
            if (above.startsWith(SCOPES)) {
                methods.addAll(Objects.requireNonNull(methods(signatures, release, above)));
            }
        }
        return methods;
    }

    private static boolean fits(Signature signature, String method) {
        List<String> words = Arrays.asList(method.split(" "));
        return words.get(0).equals(signature.name()) && signature.fits(words.subList(1, words.size()));
    }
}
