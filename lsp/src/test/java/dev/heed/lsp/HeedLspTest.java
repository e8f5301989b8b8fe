package dev.heed.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.*;
import org.junit.jupiter.api.Test;

/** What an editor is told of the files that are open in it, and of the others. */
class HeedLspTest extends AbstractLspTest {

    private static String underlined(String text, Diagnostic diagnostic) {
        return text.substring(
                Places.offset(text, diagnostic.getRange().getStart()),
                Places.offset(text, diagnostic.getRange().getEnd()));
    }

    @Test
    void aFolderIsScannedWhenItIsOpened() throws Exception {
        InitializeResult result = editor.start(root);

        Diagnostic diagnostic = editor.awaitFindings(file).get(0);

        assertThat(result.getServerInfo().getName()).isEqualTo("heed");
        assertThat(result.getCapabilities().getPositionEncoding()).isEqualTo("utf-16");
        assertThat(diagnostic.getSource()).isEqualTo("heed");
        assertThat(diagnostic.getSeverity()).isEqualTo(DiagnosticSeverity.Warning);
        assertThat(diagnostic.getCode().getLeft()).isEqualTo("swallowed-interrupt");
        assertThat(diagnostic.getCodeDescription().getHref()).endsWith("/docs/rules/swallowed-interrupt.md");
        assertThat(underlined(SLEEPER, diagnostic)).isEqualTo("InterruptedException e");
        List<DiagnosticRelatedInformation> path = diagnostic.getRelatedInformation();
        assertThat(path.get(0).getMessage()).startsWith("1. ").contains("delivers the interrupt");
        assertThat(path)
                .allSatisfy(step -> assertThat(step.getLocation().getUri()).isEqualTo(TestEditor.uri(file)));
        assertThat(editor.registrations
                        .poll(60, TimeUnit.SECONDS)
                        .getRegistrations()
                        .get(0)
                        .getMethod())
                .isEqualTo("workspace/didChangeWatchedFiles");
    }

    @Test
    void whatIsTypedCountsAndNotWhatIsSaved() throws Exception {
        editor.start(root);
        editor.awaitFindings(file);
        editor.open(file, SLEEPER);
        editor.awaitFindings(file);

        int restored = editor.change(file, RESTORED);
        assertThat(editor.await(file, next -> next.getDiagnostics().isEmpty()).getVersion())
                .isEqualTo(restored);
        int lost = editor.change(file, SLEEPER);
        assertThat(editor.await(file, next -> !next.getDiagnostics().isEmpty()).getVersion())
                .isEqualTo(lost);
        assertThat(file).hasContent(SLEEPER);
    }

    @Test
    void changesAreAppliedInPlace() throws Exception {
        editor.start(root);
        editor.open(file, SLEEPER);
        editor.awaitFindings(file);
        int line = (int) SLEEPER.substring(0, SLEEPER.indexOf("System.out"))
                        .lines()
                        .count()
                - 1;

        editor.change(
                file,
                new TextDocumentContentChangeEvent(
                        new Range(new Position(line, 12), new Position(line, 12)),
                        "Thread.currentThread().interrupt(); "));

        editor.awaitNone(file);
    }

    @Test
    void ofManyQuickChangesTheLastOneCounts() throws Exception {
        editor.start(root);
        editor.open(file, SLEEPER);
        editor.awaitFindings(file);
        int last = 0;
        for (int i = 0; i < 300; i++) {
            last = editor.change(file, i % 2 == 0 ? RESTORED : SLEEPER + "// " + i + "\n");
        }

        int expected = last;
        PublishDiagnosticsParams end =
                editor.await(file, next -> next.getVersion() != null && next.getVersion() == expected);

        assertThat(end.getDiagnostics()).hasSize(1);
        List<Integer> versions = editor.all.stream()
                .filter(one -> one.getUri().equals(TestEditor.uri(file)) && one.getVersion() != null)
                .map(PublishDiagnosticsParams::getVersion)
                .toList();
        assertThat(versions).isSorted().hasSizeLessThan(300);
    }

    @Test
    void aHugeFileIsBounded() throws Exception {
        StringBuilder text = new StringBuilder(SLEEPER);
        for (int i = 0; i < 20_000; i++) {
            text.append("class C")
                    .append(i)
                    .append(" { int f() { return ")
                    .append(i)
                    .append("; } }\n");
        }
        Files.writeString(file, text);
        editor.start(root);
        editor.open(file, text.toString());
        editor.awaitFindings(file);
        int last = 0;
        for (int i = 0; i < 100; i++) {
            last = editor.change(
                    file, new TextDocumentContentChangeEvent(new Range(new Position(0, 0), new Position(0, 0)), "\n"));
        }

        int expected = last;
        PublishDiagnosticsParams end =
                editor.await(file, next -> next.getVersion() != null && next.getVersion() == expected);
        assertThat(end.getDiagnostics().get(0).getRange().getStart().getLine()).isEqualTo(104);
        editor.change(file, "x".repeat(11 << 20));
        assertThat(editor.await(
                                file,
                                next -> !next.getDiagnostics().isEmpty()
                                        && next.getDiagnostics()
                                                .get(0)
                                                .getCode()
                                                .getLeft()
                                                .equals("incomplete"))
                        .getDiagnostics())
                .singleElement()
                .satisfies(one -> assertThat(one.getMessage().getLeft()).contains("larger than"));
    }

    @Test
    void placesCountUtf16TabsAndWindowsLines() throws Exception {
        String text = SLEEPER.replace("    } catch", "\t/* \uD83D\uDE00 \u00E4 */} catch")
                .replace("\n", "\r\n");
        Files.writeString(file, text);
        editor.start(root);
        editor.open(file, text);

        Diagnostic diagnostic = editor.awaitFindings(file).get(0);

        assertThat(underlined(text, diagnostic)).isEqualTo("InterruptedException e");
        assertThat(diagnostic.getRange().getStart())
                .isEqualTo(new Position(4, text.lines().toList().get(4).indexOf("InterruptedException")));
        CodeAction ignore = editor.actions(file, diagnostic.getRange()).stream()
                .filter(action -> action.getTitle().startsWith("Ignore"))
                .findFirst()
                .orElseThrow();
        String ignored = TestEditor.applied(text, ignore.getEdit().getChanges().get(TestEditor.uri(file)));
        assertThat(ignored).isEqualTo(text.replace("e) {", "e) { // heed: ignore[swallowed-interrupt] TODO"));
    }

    @Test
    void whatOtherFilesDoCounts() throws Exception {
        Path helper = root.resolve("Helper.java");
        String restores = "class Helper { static void done() { Thread.currentThread().interrupt(); } }\n";
        Files.writeString(helper, restores);
        Files.writeString(file, SLEEPER.replace("System.out.println(\"woken\")", "Helper.done()"));
        editor.start(root);
        editor.open(helper, restores);
        editor.awaitNone(helper);

        editor.change(helper, restores.replace("Thread.currentThread().interrupt();", ""));

        assertThat(editor.awaitFindings(file)).hasSize(1);
        editor.change(helper, restores);
        editor.awaitNone(file);
    }

    /** As in a large folder: what is typed is answered by a scan of the file and of those around it. */
    @Test
    void whereAllTakesLongTheNeighboursAreScanned() throws Exception {
        Path helper = root.resolve("Helper.java");
        String restores = "class Helper { static void done() { Thread.currentThread().interrupt(); } }\n";
        Files.writeString(helper, restores);
        Files.writeString(root.resolve("Stranger.java"), SLEEPER.replace("Sleeper", "Stranger"));
        String lost = SLEEPER;
        Files.writeString(file, lost);
        editor.impatient().start(root);
        editor.awaitFindings(file);
        editor.open(file, lost);
        editor.await(file, next -> next.getVersion() != null);
        editor.log.clear();

        editor.change(file, lost.replace("System.out.println(\"woken\")", "Helper.done()"));
        editor.awaitNone(file);

        assertThat(editor.awaitLog("around")).startsWith("Scanned 2 files around 1 edited in ");
        editor.change(file, lost);
        editor.awaitFindings(file);
        assertThat(editor.awaitLog("around")).startsWith("Scanned 1 file around 1 edited in ");
    }

    @Test
    void aBrokenFileIsToldAndMended() throws Exception {
        editor.start(root);
        editor.open(file, SLEEPER);
        editor.awaitFindings(file);

        editor.change(file, SLEEPER.replace("Thread.sleep(100);", "Thread.sleep(100"));

        PublishDiagnosticsParams broken = editor.await(
                file,
                next -> next.getDiagnostics().stream()
                        .anyMatch(one -> "incomplete".equals(one.getCode().getLeft())));
        assertThat(broken.getDiagnostics().get(0).getRange().getStart().getLine())
                .isBetween(3, 4);
        editor.change(file, RESTORED);
        editor.awaitNone(file);
    }
}
