package dev.heed.rules;

import dev.heed.engine.rule.Rule;
import dev.heed.engine.source.SourceFile;
import dev.heed.rules.testdata.Testdata;
import dev.heed.rules.testdata.TestdataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every program of testdata: the findings are those that its markers say. */
class TestdataTest {
    private final RuleCatalog catalog = RuleCatalog.load();
    private final RuleTester bare = RuleTester.of(catalog.enabled());

    static List<SourceFile> stubs() throws IOException {
        List<SourceFile> stubs = new ArrayList<>();
        for (Path stub : Testdata.stubs()) {
            stubs.add(new MemoryFile(Testdata.root().relativize(stub).toString(), Files.readString(stub)));
        }
        return stubs;
    }

    @TestFactory
    Stream<DynamicTest> asItsMarkersSay() throws IOException {
        RuleTester tester = bare.withSources(stubs());
        return Testdata.files().stream()
                .map(file -> DynamicTest.dynamicTest(file.name(), file.path().toUri(), () -> {
                    RuleTester fitting =
                            isOff(file) ? RuleTester.of(withOwnRule(file)).withSources(stubs()) : tester;
                    fitting.check(file.name(), file.text());
                }));
    }

    /** Precision does not depend on seeing third-party types. */
    @TestFactory
    Stream<DynamicTest> goodOnesAreSilentWithoutLibraries() {
        return Testdata.files().stream()
                .filter(file -> file.kind() != TestdataFile.Kind.BAD && callsLibraries(file))
                .map(file -> DynamicTest.dynamicTest(
                        file.name(), file.path().toUri(), () -> bare.check(file.name(), file.text())));
    }

    private boolean isOff(TestdataFile file) {
        return !catalog.find(file.rule()).orElseThrow().descriptor().enabled();
    }

    /** The rules that are on by default, and the one that the program is about. */
    private List<Rule> withOwnRule(TestdataFile file) {
        List<Rule> all = new ArrayList<>(catalog.enabled());
        all.add(catalog.find(file.rule()).orElseThrow().rule());
        return all;
    }

    private static boolean callsLibraries(TestdataFile file) {
        return file.text().lines().anyMatch(line -> line.startsWith("import org."));
    }
}
