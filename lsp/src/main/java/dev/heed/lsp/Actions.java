package dev.heed.lsp;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.heed.FixOutcome;
import dev.heed.Heed;
import dev.heed.IgnoreComment;
import dev.heed.UserException;
import dev.heed.engine.fix.Fixer;
import dev.heed.engine.fix.Proof;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/** What an editor offers to do about findings. */
final class Actions {
    static final String FIX_ALL = CodeActionKind.SourceFixAll + ".heed";

    private final Heed heed;
    private final Workspace workspace;
    private final Documents documents;
    private final Options options;
    private final Scans scans;
    private final Edits edits;

    Actions(Heed heed, Workspace workspace, Documents documents, Options options, Scans scans) {
        this.heed = heed;
        this.workspace = workspace;
        this.documents = documents;
        this.options = options;
        this.scans = scans;
        this.edits = new Edits(documents, options);
    }

    /**
     * The actions for a place; none if the text has changed since it was scanned.
     *
     * @param only kinds that are wanted; null for all
     */
    List<CodeAction> at(Path path, Range range, @Nullable List<String> only)
            throws UserException, IOException, InterruptedException {
        Project project = workspace.of(path);
        Document document = documents.get(path);
        Project.FileResult result = project == null ? null : project.results().get(path);
        if (project == null || document == null || result == null || !result.isOf(document)) {
            return List.of();
        }
        List<CodeAction> actions = new ArrayList<>();
        if (isWanted(CodeActionKind.QuickFix, only)) {
            for (int i = 0; i < result.findings().size(); i++) {
                Diagnostic diagnostic = result.diagnostics().get(i);
                if (Places.touch(diagnostic.getRange(), range)) {
                    quickFixes(project, document, result.findings().get(i), diagnostic, actions);
                }
            }
        }
        if (isWanted(FIX_ALL, only) && result.findings().stream().anyMatch(Actions::hasSafeFix)) {
            fixAll(document, only != null).ifPresent(actions::add);
        }
        return actions;
    }

    /** A kind is wanted if it is named, or one that it is a part of. */
    private static boolean isWanted(String kind, @Nullable List<String> only) {
        return only == null
                || only.stream().anyMatch(one -> one.isEmpty() || kind.equals(one) || kind.startsWith(one + "."));
    }

    private static boolean hasSafeFix(Finding finding) {
        return finding.fixes().stream().anyMatch(fix -> fix.safety() == Fix.Safety.SAFE);
    }

    private void quickFixes(
            Project project, Document document, Finding finding, Diagnostic diagnostic, List<CodeAction> actions) {
        boolean isFirst = true;
        for (Fix fix : finding.fixes()) {
            boolean isSafe = fix.safety() == Fix.Safety.SAFE;
            Optional<WorkspaceEdit> edit = edits.of(project, fix.edits());
            if (edit.isEmpty()) {
                continue;
            }
            CodeAction action =
                    quickFix(isSafe ? fix.title() : fix.title() + " (unsafe: look at it)", diagnostic, edit.get());
            if (isSafe && isFirst) {
                action.setIsPreferred(true);
                isFirst = false;
            }
            actions.add(action);
        }
        if (IgnoreComment.canIgnore(finding)) {
            new IgnoreComment(finding.file(), document.text())
                    .edit(List.of(finding), "TODO")
                    .flatMap(edit -> edits.of(project, List.of(edit)))
                    .ifPresent(edit -> actions.add(
                            quickFix("Ignore " + finding.rule() + " here with a comment", diagnostic, edit)));
        }
    }

    private static CodeAction quickFix(String title, Diagnostic diagnostic, WorkspaceEdit edit) {
        CodeAction action = new CodeAction(title);
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(diagnostic));
        action.setEdit(edit);
        return action;
    }

    /** The edit is computed when it is asked for: it takes several scans. */
    private Optional<CodeAction> fixAll(Document document, boolean isAskedFor)
            throws UserException, IOException, InterruptedException {
        CodeAction action = new CodeAction("Heed: fix all that is safe to fix in this file");
        action.setKind(FIX_ALL);
        JsonObject data = new JsonObject();
        data.addProperty("uri", document.uri());
        action.setData(data);
        if (options.resolvesEdits()) {
            return Optional.of(action);
        }
        return isAskedFor ? Optional.of(resolved(action)) : Optional.empty();
    }

    /** The action with its edit; without one if there is nothing to do any more. */
    CodeAction resolved(CodeAction action) throws UserException, IOException, InterruptedException {
        Path path = action.getData() instanceof JsonObject data && data.get("uri") instanceof JsonPrimitive uri
                ? Places.path(uri.getAsString())
                : null;
        Project project = path == null ? null : workspace.of(path);
        Document document = path == null ? null : documents.get(path);
        if (path == null || project == null || document == null) {
            return action;
        }
        Map<Path, Document> open = documents.all();
        open.keySet().removeIf(one -> !project.holds(one));
        FixOutcome outcome = heed.fix(
                project.request(options, open, scans.around(project, document)).build(),
                new Fixer.Settings(false, Proof.NONE, doing -> {})
                        .only(finding -> project.resolve(finding.file().path()).equals(path)));
        edits.of(project, outcome.result().changes(), open).ifPresent(action::setEdit);
        return action;
    }
}
