package dev.heed.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.*;
import org.junit.jupiter.api.Test;

/** What an editor is offered at a finding: the page of its rule, fixes, and all that is safe at once. */
class LspFixesTest extends AbstractLspTest {

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
}
