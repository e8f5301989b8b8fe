package dev.heed.lsp;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What the editor says of its folders and of files on disk. */
final class FolderService implements WorkspaceService {
    private final Workspace workspace;
    private final Documents documents;
    private final Scans scans;

    FolderService(Workspace workspace, Documents documents, Scans scans) {
        this.workspace = workspace;
        this.documents = documents;
        this.scans = scans;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        workspace.all().forEach(scans::soon);
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        Set<Project> concerned = new LinkedHashSet<>();
        for (FileEvent event : params.getChanges()) {
            Path path = Places.path(event.getUri());
            if (path == null || documents.get(path) != null) {
                continue; // What is open is told by the editor itself.
            }
            for (Project project : workspace.all()) {
                // A heed.toml counts for what lies below it.
                boolean isConfiguration =
                        path.getParent() != null && project.root().startsWith(path.getParent());
                if (project.holds(path) || (isConfiguration && path.endsWith("heed.toml"))) {
                    concerned.add(project);
                }
            }
        }
        concerned.forEach(scans::whenQuiet);
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        for (WorkspaceFolder folder : params.getEvent().getRemoved()) {
            Path path = Places.path(folder.getUri());
            Project project = path == null ? null : workspace.removeFolder(path);
            if (project != null) {
                scans.close(project);
            }
        }
        for (WorkspaceFolder folder : params.getEvent().getAdded()) {
            Path path = Places.path(folder.getUri());
            if (path != null) {
                workspace.addFolder(path);
            }
        }
        // Files may belong to another folder now, or to none.
        documents.all().keySet().forEach(workspace::open);
        workspace.all().forEach(scans::soon);
    }
}
