package dev.heed.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.heed.input.ClassPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What the editor says of itself and wants.
 *
 * @param classPath in place of that of a {@code heed.toml}; empty if nothing is said
 * @param wholeMillis a change is answered by a scan of the whole folder as long as that takes no longer than this
 * @param usesCache whether what scans of whole folders find is kept, so that after an edit only what rests on it is looked at again
 * @param delay how many milliseconds after a change the scan begins, at least
 */
record Options(
        List<String> classPath,
        boolean usesCache,
        long delay,
        long wholeMillis,
        boolean showsRelated,
        boolean showsTags,
        boolean linksCodes,
        boolean resolvesEdits,
        boolean takesVersionedEdits,
        boolean watchesFiles) {
    private static final long DEFAULT_DELAY = 300;
    private static final long WHOLE_MILLIS = 2_000;
    private static final long MOST_MILLIS = 600_000;

    Options {
        classPath = List.copyOf(classPath);
    }

    static Options none() {
        return new Options(List.of(), true, DEFAULT_DELAY, WHOLE_MILLIS, false, false, false, false, false, false);
    }

    static Options of(InitializeParams params) {
        ClientCapabilities client = params.getCapabilities();
        TextDocumentClientCapabilities texts = client == null ? null : client.getTextDocument();
        WorkspaceClientCapabilities workspace = client == null ? null : client.getWorkspace();
        PublishDiagnosticsCapabilities shows = texts == null ? null : texts.getPublishDiagnostics();
        var actions = texts == null ? null : texts.getCodeAction();
        var resolve = actions == null ? null : actions.getResolveSupport();
        var edits = workspace == null ? null : workspace.getWorkspaceEdit();
        var watches = workspace == null ? null : workspace.getDidChangeWatchedFiles();
        return new Options(
                classPath(params.getInitializationOptions()),
                usesCache(params.getInitializationOptions()),
                millis(params.getInitializationOptions(), "delay", DEFAULT_DELAY),
                millis(params.getInitializationOptions(), "wholeMillis", WHOLE_MILLIS),
                shows != null && isTrue(shows.getRelatedInformation()),
                shows != null && shows.getTagSupport() != null,
                shows != null && isTrue(shows.getCodeDescriptionSupport()),
                resolve != null && resolve.getProperties().contains("edit"),
                edits != null && isTrue(edits.getDocumentChanges()),
                watches != null && isTrue(watches.getDynamicRegistration()));
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static List<String> classPath(@Nullable Object given) {
        List<String> entries = new ArrayList<>();
        if (given instanceof JsonObject options && options.get("classpath") instanceof JsonArray list) {
            for (JsonElement entry : list) {
                if (entry.isJsonPrimitive()) {
                    entries.add(entry.getAsString());
                }
            }
        }
        return entries;
    }

    private static boolean usesCache(@Nullable Object given) {
        JsonElement value = given instanceof JsonObject options ? options.get("cache") : null;
        return value == null || !value.isJsonPrimitive() || !value.getAsString().equals("false");
    }

    private static long millis(@Nullable Object given, String name, long otherwise) {
        JsonElement value = given instanceof JsonObject options ? options.get(name) : null;
        boolean isNumber = value != null
                && value.isJsonPrimitive()
                && value.getAsJsonPrimitive().isNumber();
        return isNumber && value != null ? Math.max(0, Math.min(value.getAsLong(), MOST_MILLIS)) : otherwise;
    }

    /** The class path as seen from a directory. */
    ClassPath classPathIn(Path directory) {
        ClassPath entries = new ClassPath(directory);
        classPath.forEach(entries::add);
        return entries;
    }
}
