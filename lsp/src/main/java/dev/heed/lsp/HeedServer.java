package dev.heed.lsp;

import dev.heed.Heed;
import dev.heed.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The server's side of the conversation: its beginning and its end. */
final class HeedServer implements LanguageServer, AutoCloseable {
    private static final int CLEAN_EXIT = 0;
    private static final int EXIT_WITHOUT_SHUTDOWN = 1;

    private final CompletableFuture<Integer> end;
    private final Documents documents = new Documents();
    private final Workspace workspace = new Workspace();
    private final LateClient client = new LateClient();
    private final Scans scans;
    private final TextService texts;
    private final FolderService folders;
    private volatile Options options = Options.none();
    private volatile boolean isShutDown;

    /** @param end takes the exit code */
    HeedServer(Heed heed, CompletableFuture<Integer> end) {
        this.end = end;
        this.scans = new Scans(heed, documents, client.publisher(documents, workspace));
        this.texts = new TextService(heed, workspace, documents, scans);
        this.folders = new FolderService(workspace, documents, scans);
    }

    void connect(LanguageClient connected) {
        client.connect(connected);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        options = Options.of(params);
        scans.options(options);
        texts.options(options);
        watchParent(params.getProcessId());
        roots(params).forEach(workspace::addFolder);
        return CompletableFuture.completedFuture(
                new InitializeResult(capabilities(), new ServerInfo("heed", Version.number())));
    }

    /** Whoever started the server and is gone cannot end it any more. */
    private void watchParent(@Nullable Integer process) {
        if (process == null) {
            return;
        }
        // One that is not seen from here, as from within a container, cannot be watched.
        ProcessHandle.of(process).ifPresent(parent -> {
            var unused = parent.onExit().thenRun(() -> end.complete(EXIT_WITHOUT_SHUTDOWN));
        });
    }

    @SuppressWarnings("deprecation") // Older clients know no workspace folders.
    private static List<Path> roots(InitializeParams params) {
        List<WorkspaceFolder> folders = params.getWorkspaceFolders();
        if (folders != null) {
            return folders.stream()
                    .map(folder -> Places.path(folder.getUri()))
                    .filter(Objects::nonNull)
                    .map(path -> Objects.requireNonNull(path))
                    .toList();
        }
        Path root = params.getRootUri() == null ? null : Places.path(params.getRootUri());
        return root == null ? List.of() : List.of(root);
    }

    private static ServerCapabilities capabilities() {
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setPositionEncoding(PositionEncodingKind.UTF16);
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        capabilities.setTextDocumentSync(sync);
        capabilities.setHoverProvider(true);
        CodeActionOptions actions = new CodeActionOptions(List.of(CodeActionKind.QuickFix, Actions.FIX_ALL));
        actions.setResolveProvider(true);
        capabilities.setCodeActionProvider(actions);
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        capabilities.setWorkspace(new WorkspaceServerCapabilities(folders));
        return capabilities;
    }

    @Override
    public void initialized(InitializedParams params) {
        if (options.watchesFiles()) {
            List<FileSystemWatcher> watchers = List.of("**/heed.toml", "**/*.java", "**/.gitignore").stream()
                    .map(glob -> new FileSystemWatcher(Either.forLeft(glob)))
                    .toList();
            client.register(new RegistrationParams(List.of(new Registration(
                    "heed-files",
                    "workspace/didChangeWatchedFiles",
                    new DidChangeWatchedFilesRegistrationOptions(watchers)))));
        }
        workspace.all().forEach(scans::soon);
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        isShutDown = true;
        workspace.all().forEach(Project::close);
        return CompletableFuture.completedFuture(new Object());
    }

    @Override
    public void exit() {
        end.complete(isShutDown ? CLEAN_EXIT : EXIT_WITHOUT_SHUTDOWN);
    }

    /** Nobody writes any more. */
    void disconnected() {
        exit();
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // There is nothing to trace beside the log.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return folders;
    }

    @Override
    public void close() {
        workspace.all().forEach(Project::close);
        scans.close();
        texts.close();
    }
}
