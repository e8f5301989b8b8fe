package dev.heed.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes and goes while the server runs: folders, files, settings, and the editor itself. */
class LspLifeTest extends AbstractLspTest {

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
