package dev.heed.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.fix.FileChange;
import dev.heed.engine.fix.FixResult;
import dev.heed.engine.fix.Fixer;
import dev.heed.engine.fix.Proof;
import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.model.Models;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.scan.ProgramScan;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.source.SourceFile;
import dev.heed.frontend.java.JavaFrontEnd;
import dev.heed.rules.testdata.Javac;
import dev.heed.rules.testdata.Testdata;
import dev.heed.rules.testdata.TestdataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All bad examples fixed at once, as one project. */
class FixedTestdataTest {
    private final List<Rule> rules = RuleCatalog.load().rules();
    private final Models models = ModelFiles.shipped();

    private FixResult fix(Map<String, String> texts) throws IOException, InterruptedException {
        List<SourceFile> files = new ArrayList<>(TestdataTest.stubs());
        texts.forEach((path, text) -> files.add(new MemoryFile(path, text)));
        return new Fixer(new ProgramScan(), new Fixer.Settings(true, Proof.NONE, text -> {}))
                .run(new Scan.Input(files, List.of(), List.of(new JavaFrontEnd()), rules, models, 2));
    }

    private static Map<String, String> bad() {
        Map<String, String> texts = new TreeMap<>();
        Testdata.files(TestdataFile.Kind.BAD)
                .forEach(file -> texts.put(file.name(), file.expectations().source()));
        return texts;
    }

    @Test
    void theyBecomeWhatTheirFixedTwinsSayAndStaySo() throws IOException, InterruptedException {
        Map<String, String> texts = bad();
        FixResult result = fix(texts);
        Map<String, String> fixed = new HashMap<>(texts);
        for (FileChange change : result.changes()) {
            fixed.put(change.file().path(), change.after());
        }
        for (TestdataFile file : Testdata.files(TestdataFile.Kind.BAD)) {
            if (Files.exists(file.fixedPath())) {
                assertThat(fixed.get(file.name())).as(file.name()).isEqualTo(Files.readString(file.fixedPath()));
            }
        }
        assertThat(Javac.errors(fixed)).isEmpty();
        assertThat(result.mended()).isGreaterThan(100);

        FixResult again = fix(fixed);
        assertThat(again.changes()).isEmpty();
        assertThat(again.remaining()).hasSameSizeAs(result.remaining());
    }

    @Test
    void tabsAndCarriageReturnsStay() throws IOException, InterruptedException {
        Map<String, String> tabbed = new TreeMap<>();
        bad().forEach((name, text) ->
                tabbed.put(name, text.replace("    ", "\t").replace("\n", "\r\n")));
        FixResult result = fix(tabbed);
        assertThat(result.mended()).isGreaterThan(100);
        for (FileChange change : result.changes()) {
            assertThat(change.after().replace("\r\n", ""))
                    .as(change.file().path())
                    .doesNotContain("\n");
            List<String> blanks =
                    change.after().lines().filter(line -> line.startsWith(" ")).collect(Collectors.toList());
            assertThat(blanks).as(change.file().path()).isEmpty();
        }
    }
}
