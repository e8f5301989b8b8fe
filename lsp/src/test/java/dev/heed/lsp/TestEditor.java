package dev.heed.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.heed.Heed;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor as a test plays it: speaks with a server over pipes, and keeps what it is told. */
final class TestEditor implements LanguageClient {
    private static final Heed HEED = Heed.load();

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    final BlockingQueue<MessageParams> messages = new LinkedBlockingQueue<>();
    final BlockingQueue<RegistrationParams> registrations = new LinkedBlockingQueue<>();
    final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    final List<PublishDiagnosticsParams> all = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final PipedOutputStream toServer = new PipedOutputStream();
    private final Future<Integer> exitCode;
    final LanguageServer server;
    private final InitializeParams params = new InitializeParams();
    private int version = 1;

    TestEditor() throws IOException {
        PipedInputStream serverIn = new PipedInputStream(toServer, 1 << 16);
        PipedOutputStream serverOut = new PipedOutputStream();
        PipedInputStream fromServer = new PipedInputStream(serverOut, 1 << 16);
        exitCode = threads.submit(() -> HeedLsp.run(HEED, serverIn, serverOut));
        Launcher<LanguageServer> launcher =
                LSPLauncher.createClientLauncher(this, fromServer, toServer, threads, c -> c);
        server = launcher.getRemoteProxy();
        launcher.startListening();
        PublishDiagnosticsCapabilities diagnostics = new PublishDiagnosticsCapabilities(true);
        diagnostics.setCodeDescriptionSupport(true);
        diagnostics.setTagSupport(new DiagnosticsTagSupport(List.of(DiagnosticTag.Unnecessary)));
        TextDocumentClientCapabilities texts = new TextDocumentClientCapabilities();
        texts.setPublishDiagnostics(diagnostics);
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
        params.setCapabilities(new ClientCapabilities(workspace, texts, new Object()));
        params.setWorkspaceFolders(List.of());
        JsonObject options = new JsonObject();
        options.addProperty("delay", 20);
        params.setInitializationOptions(options);
    }

    TestEditor resolving() {
        CodeActionCapabilities actions = new CodeActionCapabilities();
        actions.setResolveSupport(new CodeActionResolveSupportCapabilities(List.of("edit")));
        params.getCapabilities().getTextDocument().setCodeAction(actions);
        WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
        edits.setDocumentChanges(true);
        params.getCapabilities().getWorkspace().setWorkspaceEdit(edits);
        return this;
    }

    /** Folders are taken for large ones. */
    TestEditor impatient() {
        ((JsonObject) params.getInitializationOptions()).addProperty("wholeMillis", 0);
        return this;
    }

    TestEditor startedBy(long process) {
        params.setProcessId(Math.toIntExact(process));
        return this;
    }

    TestEditor classPath(String entry) {
        JsonArray entries = new JsonArray();
        entries.add(entry);
        ((JsonObject) params.getInitializationOptions()).add("classpath", entries);
        return this;
    }

    InitializeResult start(Path... folders) throws Exception {
        List<WorkspaceFolder> all = new ArrayList<>();
        for (Path folder : folders) {
            all.add(new WorkspaceFolder(folder.toUri().toString(), "folder"));
        }
        params.setWorkspaceFolders(all);
        InitializeResult result = server.initialize(params).get(60, TimeUnit.SECONDS);
        server.initialized(new InitializedParams());
        return result;
    }

    static String uri(Path file) {
        return file.toUri().toString();
    }

    void open(Path file, String text) {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "java", ++version, text)));
    }

    /** Replaces the whole text. */
    int change(Path file, String text) {
        return change(file, new TextDocumentContentChangeEvent(text));
    }

    int change(Path file, TextDocumentContentChangeEvent event) {
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri(file), ++version), List.of(event)));
        return version;
    }

    void close(Path file) {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri(file))));
    }

    void save(Path file) {
        server.getTextDocumentService().didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(uri(file))));
    }

    void changedOnDisk(Path file) {
        server.getWorkspaceService()
                .didChangeWatchedFiles(
                        new DidChangeWatchedFilesParams(List.of(new FileEvent(uri(file), FileChangeType.Changed))));
    }

    /** The next that is published of a file and fulfils a condition. */
    PublishDiagnosticsParams await(Path file, Predicate<PublishDiagnosticsParams> condition)
            throws InterruptedException {
        while (true) {
            PublishDiagnosticsParams next = published.poll(60, TimeUnit.SECONDS);
            assertThat(next)
                    .as("diagnostics of " + file.getFileName() + ", after " + all)
                    .isNotNull();
            all.add(next);
            if (next.getUri().equals(uri(file)) && condition.test(next)) {
                return next;
            }
        }
    }

    String awaitLog(String part) throws InterruptedException {
        while (true) {
            String next = log.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("a line of the log with " + part).isNotNull();
            if (next.contains(part)) {
                return next;
            }
        }
    }

    List<Diagnostic> awaitFindings(Path file) throws InterruptedException {
        return await(file, next -> !next.getDiagnostics().isEmpty()).getDiagnostics();
    }

    void awaitNone(Path file) throws InterruptedException {
        await(file, next -> next.getDiagnostics().isEmpty());
    }

    List<CodeAction> actions(Path file, Range range, String... only) throws Exception {
        CodeActionContext context = new CodeActionContext(List.of());
        if (only.length > 0) {
            context.setOnly(List.of(only));
        }
        return server
                .getTextDocumentService()
                .codeAction(new CodeActionParams(new TextDocumentIdentifier(uri(file)), range, context))
                .get(60, TimeUnit.SECONDS)
                .stream()
                .map(Either::getRight)
                .toList();
    }

    static String applied(String text, List<TextEdit> edits) {
        List<TextEdit> last = new ArrayList<>(edits);
        last.sort((a, b) -> Places.offset(text, b.getRange().getStart())
                - Places.offset(text, a.getRange().getStart()));
        String now = text;
        for (TextEdit edit : last) {
            now = now.substring(0, Places.offset(text, edit.getRange().getStart()))
                    + edit.getNewText()
                    + now.substring(Places.offset(text, edit.getRange().getEnd()));
        }
        return now;
    }

    int exitCode() throws Exception {
        return exitCode.get(60, TimeUnit.SECONDS);
    }

    void hangUp() throws IOException {
        toServer.close();
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        published.add(diagnostics);
    }

    @Override
    public void showMessage(MessageParams message) {
        messages.add(message);
    }

    @Override
    public void logMessage(MessageParams message) {
        log.add(message.getMessage());
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        return CompletableFuture.completedFuture(new MessageActionItem());
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams registration) {
        registrations.add(registration);
        return CompletableFuture.completedFuture(null);
    }

    void close() throws Exception {
        toServer.close();
        exitCode();
        threads.shutdownNow();
    }
}
