package dev.heed.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FixerTest {
    private final LineScan scan = new LineScan();

    private FixResult fix(boolean unsafe, Proof proof, LineScan.Text... files) throws InterruptedException {
        Fixer fixer = new Fixer(scan, new Fixer.Settings(unsafe, proof, text -> {}));
        return fixer.run(new Scan.Input(List.of(files), List.of(), List.of(), List.of(), ModelFiles.shipped(), 1));
    }

    private FixResult fix(String... lines) throws InterruptedException {
        return fix(false, Proof.NONE, file("A.java", lines));
    }

    private static LineScan.Text file(String path, String... lines) {
        return new LineScan.Text(path, String.join("\n", lines) + "\n");
    }

    private static List<String> lines(FixResult result) {
        assertThat(result.changes()).hasSize(1);
        return result.changes().get(0).after().lines().toList();
    }

    private static List<String> reasons(FixResult result) {
        return result.remaining().stream()
                .flatMap(one -> one.takenBack().stream())
                .map(FixResult.TakenBack::reason)
                .toList();
    }

    @Test
    void allFixesOfAFileAreMadeAtOnce() throws InterruptedException {
        FixResult result = fix("one", "bad:a fix=two", "three", "", "bad:b fix=four\\nfive", "six");
        assertThat(lines(result)).containsExactly("one", "two", "three", "", "four", "five", "six");
        assertThat(result.found()).isEqualTo(2);
        assertThat(result.mended()).isEqualTo(2);
        assertThat(result.remaining()).isEmpty();
        assertThat(result.applied())
                .extracting(one -> one.finding().span().startLine())
                .containsExactly(2, 5);
        assertThat(result.scans()).isEqualTo(2);
    }

    @Test
    void whatWasFixedIsNotFixedAgain() throws InterruptedException {
        FixResult first = fix("bad:a fix=bad:b_fix=x", "bad:c fix=bad:c_");
        LineScan.Text fixed = new LineScan.Text(
                "A.java",
                first.changes().isEmpty() ? "" : first.changes().get(0).after());
        FixResult second = fix(false, Proof.NONE, fixed);
        assertThat(second.changes()).isEmpty();
        assertThat(second.applied()).isEmpty();
    }

    @Test
    void fixesThatOverlapAreMadeOneAfterTheOther() throws InterruptedException {
        FixResult result = fix("bad:a wide=one\\nbad:b_fix=two", "bad:b fix=three", "end");
        assertThat(lines(result)).containsExactly("one", "two", "end");
        assertThat(result.mended()).isEqualTo(2);
        assertThat(result.rounds()).isEqualTo(2);
    }

    @Test
    void aFixThatLeavesItsFindingIsTakenBackAndTheNextBestIsTried() throws InterruptedException {
        FixResult result = fix("bad:a fix=bad:a_still safe2=good", "bad:b fix=fine");
        assertThat(lines(result)).containsExactly("good", "fine");
    }

    @Test
    void aFixThatBringsANewFindingIsTakenBackAloneAndSaysWhy() throws InterruptedException {
        FixResult result = fix("bad:a fix=bad:worse", "x", "bad:b fix=fine", "x", "bad:c fix=fine2");
        assertThat(lines(result)).containsExactly("bad:a fix=bad:worse", "x", "fine", "x", "fine2");
        assertThat(result.remaining()).hasSize(1);
        assertThat(reasons(result)).containsExactly("it would bring a new finding: worse in 'line'");
    }

    @Test
    void aFixThatBreaksItsFileIsTakenBack() throws InterruptedException {
        FixResult result = fix("bad:a fix=broken", "", "bad:b fix=fine");
        assertThat(lines(result)).containsExactly("bad:a fix=broken", "", "fine");
        assertThat(reasons(result)).containsExactly("the file could not be analyzed afterwards: It is broken.");
    }

    @Test
    void whatAFixUncoversIsFixedAlong() throws InterruptedException {
        FixResult result = fix("bad:a fix=bad:b_fix=good");
        assertThat(lines(result)).containsExactly("good");
        assertThat(result.applied()).hasSize(1);
        assertThat(result.applied().get(0).along()).extracting(Fix::title).containsExactly("Write good");
    }

    @Test
    void aNewFindingInAnotherFileCounts() throws InterruptedException {
        FixResult result = fix(
                false,
                Proof.NONE,
                file("A.java", "bad:a fix=SENDS", "", "bad:b fix=fine"),
                file("B.java", "bad:c fix=fine"),
                file("Receiver.java", "waits"));
        assertThat(result.changes())
                .extracting(one -> one.after().lines().findFirst().orElse(""))
                .containsExactly("bad:a fix=SENDS", "fine");
        assertThat(result.remaining()).hasSize(1);
        assertThat(reasons(result)).containsExactly("it would bring a new finding: received in 'line'");
    }

    @Test
    void unsafeFixesAreWithheldUnlessTheyAreWanted() throws InterruptedException {
        LineScan.Text file = file("A.java", "bad:a unsafe=new", "", "bad:b fix=fine");
        FixResult safe = fix(false, Proof.NONE, file);
        assertThat(lines(safe)).containsExactly("bad:a unsafe=new", "", "fine");
        assertThat(safe.remaining()).hasSize(1);
        assertThat(safe.remaining().get(0).withheld()).extracting(Fix::title).containsExactly("Write new");
        assertThat(lines(fix(true, Proof.NONE, file))).containsExactly("new", "", "fine");
    }

    @Test
    void aProofHasTheLastWord() throws InterruptedException {
        List<String> asked = new ArrayList<>();
        Proof proof = (fixes, before, after) -> {
            asked.add(text(before) + " -> " + text(after));
            return fixes.stream()
                    .filter(one -> one.finding().rule().equals("b"))
                    .collect(Collectors.toMap(one -> one, one -> "it does not compile"));
        };
        FixResult result = fix(false, proof, file("A.java", "bad:a fix=one", "", "bad:b fix=two"));
        assertThat(lines(result)).containsExactly("one", "", "bad:b fix=two");
        assertThat(reasons(result)).containsExactly("it does not compile");
        assertThat(asked.get(0)).isEqualTo("bad:a fix=one,,bad:b fix=two, -> one,,two,");
    }

    @Test
    void whatAProofExcludesIsNotTried() throws InterruptedException {
        Proof proof = new Proof() {
            @Override
            public Map<Finding, String> exclude(List<Finding> findings, List<SourceFile> sources) {
                assertThat(findings).extracting(Finding::rule).containsExactly("a", "b");
                return Map.of(findings.get(1), "nobody has seen it");
            }

            @Override
            public Map<Proposal, String> refuse(List<Proposal> fixes, List<SourceFile> before, List<SourceFile> after) {
                assertThat(fixes).extracting(fix -> fix.finding().rule()).containsExactly("a");
                return Map.of();
            }
        };
        FixResult result = fix(false, proof, file("A.java", "bad:a fix=one", "", "bad:b fix=two", "", "bad:c"));
        assertThat(lines(result)).containsExactly("one", "", "bad:b fix=two", "", "bad:c");
        assertThat(reasons(result)).containsExactly("nobody has seen it");
    }

    @Test
    void whatFailsAmongOthersIsProvedAlone() throws InterruptedException {
        Proof proof = (fixes, before, after) ->
                fixes.size() == 1 && fixes.get(0).finding().rule().equals("b")
                        ? Map.of(fixes.get(0), "it fails")
                        : fixes.size() == 1
                                ? Map.of()
                                : fixes.stream().collect(Collectors.toMap(one -> one, one -> "some fail"));
        FixResult result = fix(false, proof, file("A.java", "bad:a fix=one", "", "bad:b fix=two"));
        assertThat(lines(result)).containsExactly("one", "", "bad:b fix=two");
        assertThat(reasons(result)).containsExactly("it fails");
    }

    private static String text(List<SourceFile> files) {
        return files.stream()
                .map(file -> {
                    try {
                        return file.text().replace("\n", ",");
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining());
    }

    @Test
    void filesThatCannotBeReadInFullAreLeftAlone() throws InterruptedException {
        FixResult result = fix("bad:a fix=fine", "broken");
        assertThat(result.changes()).isEmpty();
        assertThat(result.remaining()).hasSize(1);
        assertThat(result.notifications()).extracting(Notification::message).containsExactly("It is broken.");
    }

    @Test
    void aFileThatChangesMeanwhileIsToldAndNotTouched() throws InterruptedException {
        LineScan.Text file = file("A.java", "bad:a fix=fine");
        Proof proof = (fixes, before, after) -> {
            file.text = "somebody else's\n";
            return Map.of();
        };
        FixResult result = fix(false, proof, file);
        assertThat(result.changes()).hasSize(1);
        assertThat(result.changes().get(0).id()).isNull();
    }

    @Test
    void manyBadFixesAmongGoodOnesAreFoundWithFewScans() throws InterruptedException {
        String[] lines = IntStream.range(0, 200)
                .mapToObj(i -> i % 2 == 1 ? "" : i % 20 == 0 ? "bad:a fix=bad:a_ " + i : "bad:b fix=fine" + i)
                .toArray(String[]::new);
        FixResult result = fix(lines);
        assertThat(result.found()).isEqualTo(100);
        assertThat(result.mended()).isEqualTo(90);
        assertThat(result.scans()).isLessThan(12);
    }

    @Test
    void sameInputSameResult() throws InterruptedException {
        String[] lines = {"bad:a fix=bad:b_fix=c", "", "bad:b wide=x\\ny", "bad:c fix=bad:c_", "", "bad:d fix=broken"};
        assertThat(fix(lines).changes())
                .usingRecursiveComparison()
                .ignoringFields("file")
                .isEqualTo(fix(lines).changes());
    }

    @Test
    void lineEndsAndTheMissingLastOneStay() throws InterruptedException {
        LineScan.Text file = new LineScan.Text("A.java", "one\r\nbad:a fix=two\r\nthree");
        assertThat(fix(false, Proof.NONE, file).changes().get(0).after()).isEqualTo("one\r\ntwo\r\nthree");
    }
}
