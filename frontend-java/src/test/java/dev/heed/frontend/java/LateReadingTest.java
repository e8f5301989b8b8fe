package dev.heed.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.IrDump;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.ir.UnreadBody;
import dev.heed.frontend.java.types.SkimComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bodies that are read one by one are those of the whole file: on this module's own sources and all its examples. */
class LateReadingTest {

    private static List<MemorySource> sources() throws IOException {
        List<MemorySource> files = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/test/resources")) {
            try (Stream<Path> paths = Files.walk(Path.of(root))) {
                for (Path path : paths.filter(p -> p.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    files.add(new MemorySource(path.toString(), Files.readString(path)));
                }
            }
        }
        return files;
    }

    private static Map<String, String> functions(List<MemorySource> files, boolean readsLate) {
        Map<String, String> found = new TreeMap<>();
        for (Function function :
                Reading.of(files, List.of(), 2, readsLate).program().functions()) {
            add(function, found);
            UnreadBody unread = function.unread();
            if (unread != null) {
                unread.content().nested().forEach(nested -> add(nested, found));
            }
        }
        return found;
    }

    private static void add(Function function, Map<String, String> found) {
        String text = IrDump.text(function);
        if (function.kind() == Function.Kind.STATIC_INITIALIZER
                || function.kind() == Function.Kind.INSTANCE_INITIALIZER) {
            // Where it begins and ends depends on which fields are constants, which only a tree tells.
            text = text.substring(text.indexOf('\n')) + function.nameSpan();
        } else {
            text += "" + function.span() + function.nameSpan() + function.bodySpan() + function.throwsInsertion();
        }
        found.put(
                function.file().path() + " " + function.ref(),
                text
                        + function.modifiers()
                        + function.annotations()
                        + function.overrides()
                        + function.isOverridable()
                        + function.declaredThrows()
                        + function.returnType()
                        + function.enclosing()
                        + function.displayName());
    }

    @Test
    void functionsAreTheSame() throws IOException {
        List<MemorySource> files = sources();
        Map<String, String> expected = functions(files, false);
        Map<String, String> actual = functions(files, true);
        assertThat(expected).hasSizeGreaterThan(1000);
        expected.forEach((name, text) -> assertThat(actual.get(name)).as(name).isEqualTo(text));
        // A type that only declares constants has an initializer that does nothing.
        assertThat(actual.keySet())
                .allSatisfy(name -> assertThat(expected.containsKey(name) || name.contains("clinit"))
                        .as(name)
                        .isTrue());
    }

    private static String fields(TypeDeclaration type) {
        return type.fields().stream()
                .map(field -> field.ref()
                        + field.ref().type()
                        + field.span()
                        + new TreeSet<>(field.modifiers())
                        + field.isVolatile())
                .collect(Collectors.joining());
    }

    private static List<String> types(List<MemorySource> files, boolean readsLate) {
        return Reading.of(files, List.of(), 2, readsLate).program().types().stream()
                .map(type -> type.name() + " " + type.file().path() + type.span() + type.superclass()
                        + type.interfaces()
                        + fields(type) + type.isInterface() + type.isAnonymous() + type.isPrivate() + type.isFinal()
                        + type.enclosingType())
                .toList();
    }

    @Test
    void typesAreTheSame() throws IOException {
        List<MemorySource> files = sources();
        List<String> expected = types(files, false);
        List<String> actual = types(files, true);
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void declarationsAreThoseOfTheTree() throws IOException {
        SkimComparison comparison = new SkimComparison(new JavaParserMembers());
        for (MemorySource file : sources()) {
            comparison.declarations(file.path(), file.text());
        }
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.skimmed()).isGreaterThan(100);
    }

    @Test
    void aBodyThatIsBrokenDoesNothingAndIsTold() {
        MemorySource file = new MemorySource("A.java", "class A { void m() { n() m(); } void n() { m(); } }");
        Reading reading = Reading.of(List.of(file), List.of(), 1, true);
        Function broken = reading.program().functions().get(0);
        assertThat(reading.notifications()).isEmpty();
        assertThat(broken.blocks()).hasSize(1);
        assertThat(reading.notifications())
                .singleElement()
                .satisfies(n -> assertThat(n.message()).contains("'m' was not analyzed"));
        assertThat(reading.program().functions().get(1).blocks().get(0).ops()).hasSize(1);
    }
}
