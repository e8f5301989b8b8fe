package dev.heed.lsp;

import dev.heed.Heed;
import dev.heed.UserException;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.RuleDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What the editor says and asks of single files. */
final class TextService implements TextDocumentService, AutoCloseable {
    private final Heed heed;
    private final Workspace workspace;
    private final Documents documents;
    private final Scans scans;
    private final Map<String, String> pages;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Scans.daemon("heed-actions"));
    private volatile Options options = Options.none();

    TextService(Heed heed, Workspace workspace, Documents documents, Scans scans) {
        this.heed = heed;
        this.workspace = workspace;
        this.documents = documents;
        this.scans = scans;
        this.pages = heed.rules().stream().collect(Collectors.toMap(RuleDescriptor::name, RuleDescriptor::page));
    }

    void options(Options given) {
        options = given;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem item = params.getTextDocument();
        Path path = Places.path(item.getUri());
        if (path != null) {
            documents.put(Document.of(item.getUri(), path, item.getVersion(), item.getText()));
            scans.soon(workspace.open(path), path);
        }
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        Path path = Places.path(params.getTextDocument().getUri());
        Document before = path == null ? null : documents.get(path);
        Project project = path == null ? null : workspace.of(path);
        if (path != null && before != null && project != null) {
            documents.put(before.after(
                    params.getContentChanges(), params.getTextDocument().getVersion()));
            scans.whenQuiet(project, path);
        }
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        Path path = Places.path(params.getTextDocument().getUri());
        Project project = path == null ? null : workspace.of(path);
        if (path != null && project != null) {
            scans.soon(project, path);
        }
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        Path path = Places.path(params.getTextDocument().getUri());
        if (path == null) {
            return;
        }
        documents.remove(path);
        Project alone = workspace.closeFile(path);
        if (alone != null) {
            scans.close(alone);
        }
        Project project = workspace.of(path);
        if (project != null) {
            scans.soon(project); // What counts now is what lies on disk.
        }
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        Path path = Places.path(params.getTextDocument().getUri());
        Project project = path == null ? null : workspace.of(path);
        Project.FileResult result =
                path == null || project == null ? null : project.results().get(path);
        if (path == null || result == null || !result.isOf(documents.get(path))) {
            return CompletableFuture.completedFuture(null);
        }
        Range here = new Range(params.getPosition(), params.getPosition());
        List<String> texts = new ArrayList<>();
        Range range = here;
        for (int i = 0; i < result.findings().size(); i++) {
            Diagnostic diagnostic = result.diagnostics().get(i);
            if (Places.touch(diagnostic.getRange(), here)) {
                range = diagnostic.getRange();
                texts.add(text(result.findings().get(i)));
            }
        }
        return CompletableFuture.completedFuture(
                texts.isEmpty()
                        ? null
                        : new Hover(new MarkupContent(MarkupKind.MARKDOWN, String.join("\n\n---\n\n", texts)), range));
    }

    private String text(Finding finding) {
        return "**" + finding.message() + "**\n\n" + finding.remedy() + "\n\n---\n\n"
                + pages.getOrDefault(finding.rule(), "");
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        Path path = Places.path(params.getTextDocument().getUri());
        if (path == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        Actions actions = actions();
        return later(
                () -> actions.at(path, params.getRange(), params.getContext().getOnly()).stream()
                        .map(Either::<Command, CodeAction>forRight)
                        .toList());
    }

    @Override
    public CompletableFuture<CodeAction> resolveCodeAction(CodeAction unresolved) {
        Actions actions = actions();
        return later(() -> actions.resolved(unresolved));
    }

    private Actions actions() {
        return new Actions(heed, workspace, documents, options, scans);
    }

    /** Does something in the background; if the editor is not interested any more, it is interrupted. */
    private <T> CompletableFuture<T> later(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Future<?> running = worker.submit(() -> {
            try {
                result.complete(work.call());
            } catch (InterruptedException e) {
                result.cancel(false);
                throw e;
            } catch (UserException | IOException | RuntimeException e) {
                result.completeExceptionally(e);
            }
            return null;
        });
        var unused = result.whenComplete((value, problem) -> {
            if (result.isCancelled()) {
                running.cancel(true);
            }
        });
        return result;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
