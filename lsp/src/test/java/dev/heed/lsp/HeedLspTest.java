package dev.heed.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.*;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server, spoken with as an editor does. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HeedLspTest {
    private static final String SLEEPER = """
            class Sleeper {
                void pause() {
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException e) {
                        System.out.println("woken");
                    }
                }
            }
            """;

    private static final String RESTORED = SLEEPER.replace(
            "println(\"woken\");", "println(\"woken\");\n            Thread.currentThread().interrupt();");

    @TempDir
    private Path root;

    private Path file;
    private TestEditor editor;

    @BeforeEach
    void prepare() throws IOException {
        editor = new TestEditor();
        file = root.resolve("Sleeper.java");
        Files.writeString(file, SLEEPER);
    }

    @AfterEach
    void end() throws Exception {
        editor.close();
    }

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
    void aHoverShowsThePageOfTheRule() throws Exception {
        editor.start(root);
        editor.open(file, SLEEPER);
        Diagnostic diagnostic = editor.await(file, next -> next.getVersion() != null)
                .getDiagnostics()
                .get(0);
        TextDocumentIdentifier document = new TextDocumentIdentifier(TestEditor.uri(file));

        Hover hover = editor.server
                .getTextDocumentService()
                .hover(new HoverParams(document, diagnostic.getRange().getStart()))
                .get(60, TimeUnit.SECONDS);

        assertThat(hover.getContents().getRight().getKind()).isEqualTo("markdown");
        assertThat(hover.getContents().getRight().getValue())
                .contains(diagnostic.getMessage().getLeft())
                .contains("# swallowed-interrupt")
                .contains("## Why is this bad");
        assertThat(hover.getRange()).isEqualTo(diagnostic.getRange());
        assertThat(editor.server
                        .getTextDocumentService()
                        .hover(new HoverParams(document, new Position(0, 0)))
                        .get(60, TimeUnit.SECONDS))
                .isNull();
    }

    @Test
    void fixesAreOfferedAndMendWhatTheyPromise() throws Exception {
        editor.start(root);
        editor.open(file, SLEEPER);
        Diagnostic diagnostic = editor.await(file, next -> next.getVersion() != null)
                .getDiagnostics()
                .get(0);

        List<CodeAction> actions = editor.actions(file, diagnostic.getRange());

        assertThat(actions).hasSizeGreaterThan(1);
        assertThat(actions).allSatisfy(action -> {
            assertThat(action.getKind()).isEqualTo("quickfix");
            assertThat(action.getDiagnostics()).containsExactly(diagnostic);
        });
        assertThat(actions)
                .filteredOn(action -> Boolean.TRUE.equals(action.getIsPreferred()))
                .allSatisfy(action -> assertThat(action.getTitle()).doesNotContain("unsafe"));
        for (CodeAction action : actions) {
            String fixed =
                    TestEditor.applied(SLEEPER, action.getEdit().getChanges().get(TestEditor.uri(file)));
            editor.change(file, fixed);
            editor.awaitNone(file);
            editor.change(file, SLEEPER);
            editor.awaitFindings(file);
        }
        assertThat(editor.actions(file, new Range(new Position(0, 0), new Position(0, 1))))
                .isEmpty();
        assertThat(editor.actions(file, diagnostic.getRange(), "refactor")).isEmpty();
    }

    @Test
    void nothingIsOfferedForATextThatIsNotScannedYet() throws Exception {
        editor.start(root);
        editor.open(file, SLEEPER);
        Diagnostic diagnostic = editor.await(file, next -> next.getVersion() != null)
                .getDiagnostics()
                .get(0);
        editor.change(file, "class Broken { void m( ");

        assertThat(editor.actions(file, diagnostic.getRange())).isEmpty();
    }

    @Test
    void allThatIsSafeToFixIsFixedAtOnce() throws Exception {
        fixAll(editor.resolving());
    }

    @Test
    void inALargeFolderItIsFixedAmongItsNeighbours() throws Exception {
        fixAll(editor.resolving().impatient());
    }

    private void fixAll(TestEditor editor) throws Exception {
        Files.writeString(file, "class Sleeper {}\n");
        Path bad = Path.of("..", "testdata", "unused-suppression", "java", "bad_one_of_two.java");
        String text = Files.readString(bad);
        Path task = root.resolve(bad.getFileName());
        Files.writeString(task, text);
        editor.start(root);
        editor.open(task, text);
        PublishDiagnosticsParams told = editor.await(task, next -> next.getVersion() != null);

        CodeAction action = editor.actions(task, told.getDiagnostics().get(0).getRange(), "source.fixAll")
                .get(0);

        assertThat(action.getKind()).isEqualTo("source.fixAll.heed");
        assertThat(action.getEdit()).isNull();
        CodeAction resolved =
                editor.server.getTextDocumentService().resolveCodeAction(action).get(60, TimeUnit.SECONDS);
        TextDocumentEdit edit = resolved.getEdit().getDocumentChanges().get(0).getLeft();
        assertThat(edit.getTextDocument().getVersion()).isEqualTo(told.getVersion());
        String fixed = TestEditor.applied(
                text, edit.getEdits().stream().map(one -> one.getLeft()).toList());
        assertThat(fixed).isEqualTo(text.replace("[swallowed-interrupt, cleared-interrupt]", "[swallowed-interrupt]"));
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
        assertThat(editor.awaitLog("around")).startsWith("Scanned 1 files around 1 edited in ");
    }

    @Test
    void theConfigurationIsReadAgainWhenItChanges() throws Exception {
        editor.start(root);
        editor.awaitFindings(file);
        Path configuration = root.resolve("heed.toml");
        Files.writeString(configuration, "ignore = [\"swallowed\"]\n");
        editor.changedOnDisk(configuration);
        editor.awaitNone(file);

        Files.writeString(configuration, "\nignore = [\"swalowed\"]\n");
        editor.changedOnDisk(configuration);

        Diagnostic wrong = editor.awaitFindings(configuration).get(0);
        assertThat(wrong.getRange().getStart().getLine()).isEqualTo(1);
        assertThat(wrong.getMessage().getLeft()).contains("did you mean swallowed?");
        assertThat(editor.messages.poll(60, TimeUnit.SECONDS).getMessage()).startsWith("Heed: ");
        Files.writeString(configuration, "[rules.swallowed-interrupt]\nlevel = \"error\"\n");
        editor.changedOnDisk(configuration);
        editor.awaitNone(configuration);
        assertThat(editor.awaitFindings(file).get(0).getSeverity()).isEqualTo(DiagnosticSeverity.Error);
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

    @Test
    void aFileAloneIsClearedWhenItIsClosed(@TempDir Path elsewhere) throws Exception {
        Path alone = elsewhere.resolve("Alone.java");
        String text = SLEEPER.replace("Sleeper", "Alone");
        Files.writeString(alone, text);
        editor.start(root);
        editor.open(alone, text);
        editor.awaitFindings(alone);

        editor.close(alone);

        editor.awaitNone(alone);
    }

    @Test
    void aFileOfAFolderIsAsOnDiskWhenItIsClosed() throws Exception {
        editor.start(root);
        editor.open(file, RESTORED);
        editor.await(file, next -> next.getVersion() != null);

        editor.close(file);

        assertThat(editor.awaitFindings(file)).hasSize(1);
    }

    @Test
    void foldersComeAndGo(@TempDir Path second) throws Exception {
        Path other = second.resolve("Other.java");
        Files.writeString(other, SLEEPER.replace("Sleeper", "Other"));
        editor.start(root);
        editor.awaitFindings(file);
        WorkspaceFolder folder = new WorkspaceFolder(second.toUri().toString(), "second");

        editor.server
                .getWorkspaceService()
                .didChangeWorkspaceFolders(new DidChangeWorkspaceFoldersParams(
                        new WorkspaceFoldersChangeEvent(List.of(folder), List.of())));
        editor.awaitFindings(other);
        editor.server
                .getWorkspaceService()
                .didChangeWorkspaceFolders(new DidChangeWorkspaceFoldersParams(
                        new WorkspaceFoldersChangeEvent(List.of(), List.of(folder))));

        editor.awaitNone(other);
    }

    @Test
    void savingScansAgain() throws Exception {
        editor.start(root);
        editor.open(file, SLEEPER);
        editor.awaitFindings(file);
        Files.writeString(root.resolve("heed.toml"), "ignore = [\"swallowed\"]\n");

        editor.save(file);

        editor.awaitNone(file);
    }

    @Test
    void theClassPathMayComeFromTheEditor() throws Exception {
        editor.classPath("no-such.jar").start(root);

        assertThat(editor.awaitFindings(file)).hasSize(1);
    }

    @Test
    void unusualUrisDoNoHarm() throws Exception {
        editor.start(root);
        for (String uri : List.of("untitled:Untitled-1", "file:///%00.java", "nonsense", "jdt://contents/a/B.class")) {
            editor.server
                    .getTextDocumentService()
                    .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "java", 1, SLEEPER)));
        }

        assertThat(editor.awaitFindings(file)).hasSize(1);
    }

    @Test
    void itEndsAsItIsTold() throws Exception {
        editor.start(root);
        editor.server.shutdown().get(60, TimeUnit.SECONDS);
        editor.server.exit();

        assertThat(editor.exitCode()).isZero();
    }

    @Test
    void anExitWithoutShutdownIsAnError() throws Exception {
        editor.start(root);
        editor.server.exit();

        assertThat(editor.exitCode()).isEqualTo(1);
    }

    @Test
    void itEndsWhenTheEditorHangsUp() throws Exception {
        editor.start(root);
        editor.hangUp();

        assertThat(editor.exitCode()).isEqualTo(1);
    }

    @Test
    void itEndsWhenTheEditorDies() throws Exception {
        Process waiting = new ProcessBuilder("sleep", "600").start();
        editor.startedBy(waiting.pid()).start(root);
        waiting.destroy();

        assertThat(editor.exitCode()).isEqualTo(1);
    }
}
