package dev.heed.lsp;

import dev.heed.engine.fix.FileChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Heed's edits as an editor takes them. */
final class Edits {
    private final Documents documents;
    private final Options options;

    Edits(Documents documents, Options options) {
        this.documents = documents;
        this.options = options;
    }

    /**
     * Those of a fix; empty if one of the files is not as it was when it was scanned.
     *
     * @param edits by the names that the project's findings have for their files
     */
    Optional<WorkspaceEdit> of(Project project, List<dev.heed.engine.rule.TextEdit> edits) {
        Map<Path, List<TextEdit>> byFile = new LinkedHashMap<>();
        for (dev.heed.engine.rule.TextEdit edit : edits) {
            Path path = project.resolve(edit.file().path());
            byFile.computeIfAbsent(path, key -> new ArrayList<>())
                    .add(new TextEdit(Places.range(edit.span()), edit.replacement()));
        }
        for (Path path : byFile.keySet()) {
            Project.FileResult result = project.results().get(path);
            Document open = documents.get(path);
            if (result == null ? open != null : !result.isOf(open)) {
                return Optional.empty();
            }
        }
        return Optional.of(workspaceEdit(byFile));
    }

    /** Those that turn texts into others; empty if one is not as it was. */
    Optional<WorkspaceEdit> of(Project project, List<FileChange> changes, Map<Path, Document> scanned) {
        Map<Path, List<TextEdit>> byFile = new LinkedHashMap<>();
        for (FileChange change : changes) {
            Path path = project.resolve(change.file().path());
            Document before = scanned.get(path);
            Document now = documents.get(path);
            if (before == null ? now != null : now == null || !now.text().equals(before.text())) {
                return Optional.empty();
            }
            byFile.put(path, List.of(difference(change.before(), change.after())));
        }
        return Optional.of(workspaceEdit(byFile));
    }

    /** From the first character that differs to the last. */
    private static TextEdit difference(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int back = 0;
        while (back < most - start
                && before.charAt(before.length() - 1 - back) == after.charAt(after.length() - 1 - back)) {
            back++;
        }
        // No edit begins or ends between the two halves of a line end.
        if (start > 0 && before.charAt(start - 1) == '\r') {
            start--;
        }
        if (back > 0 && before.charAt(before.length() - back) == '\n') {
            back--;
        }
        Range range = new Range(
                Places.position(before, start), Places.position(before, Math.max(start, before.length() - back)));
        return new TextEdit(range, after.substring(start, Math.max(start, after.length() - back)));
    }

    private WorkspaceEdit workspaceEdit(Map<Path, List<TextEdit>> byFile) {
        WorkspaceEdit result = new WorkspaceEdit();
        if (options.takesVersionedEdits()) {
            result.setDocumentChanges(new ArrayList<>());
            byFile.forEach((path, edits) -> {
                Document open = documents.get(path);
                @Nullable Integer version = open == null ? null : open.version();
                result.getDocumentChanges()
                        .add(Either.forLeft(new TextDocumentEdit(
                                new VersionedTextDocumentIdentifier(documents.uri(path), version),
                                edits.stream()
                                        .map(Either::<TextEdit, org.eclipse.lsp4j.SnippetTextEdit>forLeft)
                                        .toList())));
            });
        } else {
            byFile.forEach((path, edits) -> result.getChanges().put(documents.uri(path), edits));
        }
        return result;
    }
}
