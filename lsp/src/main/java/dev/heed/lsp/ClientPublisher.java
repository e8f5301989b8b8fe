package dev.heed.lsp;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Tells the editor what has changed since it was told last. Used by one thread. */
final class ClientPublisher implements Scans.Publisher {
    private static final Pattern CONFIGURATION = Pattern.compile("(?s)(.*\\.toml):(\\d+): (.*)");

    private final LanguageClient client;
    private final Documents documents;
    private final Workspace workspace;
    private final Map<Path, Shown> shown = new HashMap<>();
    private final Map<Path, Path> wrongConfigurations = new HashMap<>();
    private final Map<Path, String> problems = new HashMap<>();

    ClientPublisher(LanguageClient client, Documents documents, Workspace workspace) {
        this.client = client;
        this.documents = documents;
        this.workspace = workspace;
    }

    /** What the editor shows of a file, by whose word. */
    private record Shown(
            Project project, String uri, @Nullable Integer version, List<Diagnostic> diagnostics) {}

    @Override
    public void publish(Project project, Map<Path, Project.FileResult> results) {
        problems.remove(project.root());
        Path configuration = wrongConfigurations.remove(project.root());
        if (configuration != null) {
            send(documents.uri(configuration), null, List.of());
        }
        TreeSet<Path> paths = new TreeSet<>(results.keySet());
        shown.forEach((path, before) -> {
            if (before.project() == project) {
                paths.add(path);
            }
        });
        for (Path path : paths) {
            Project owner = workspace.of(path);
            if (owner == null || owner == project) {
                tell(project, path, results.get(path));
            }
        }
    }

    private void tell(Project project, Path path, Project.@Nullable FileResult result) {
        Document document = result == null ? null : result.scanned();
        Shown now = new Shown(
                project,
                documents.uri(path),
                document == null ? null : document.version(),
                result == null ? List.of() : result.diagnostics());
        Shown before = now.diagnostics().isEmpty() && document == null ? shown.remove(path) : shown.put(path, now);
        boolean isKnown = before == null
                ? now.diagnostics().isEmpty() && document == null
                : before.diagnostics().equals(now.diagnostics())
                        && Objects.equals(before.version(), now.version())
                        && before.uri().equals(now.uri());
        if (!isKnown) {
            send(now.uri(), now.version(), now.diagnostics());
        }
    }

    @Override
    public void clear(Project project) {
        shown.entrySet().removeIf(entry -> {
            boolean isIts = entry.getValue().project() == project;
            if (isIts && !entry.getValue().diagnostics().isEmpty()) {
                send(entry.getValue().uri(), null, List.of());
            }
            return isIts;
        });
    }

    @Override
    public void problem(Project project, String message) {
        if (message.equals(problems.put(project.root(), message))) {
            return;
        }
        client.showMessage(new MessageParams(MessageType.Error, "Heed: " + message));
        Matcher matcher = CONFIGURATION.matcher(message);
        if (matcher.matches()) {
            Path file = Path.of(matcher.group(1)).toAbsolutePath().normalize();
            int line = Integer.parseInt(matcher.group(2)) - 1;
            Diagnostic diagnostic =
                    new Diagnostic(new Range(new Position(line, 0), new Position(line + 1, 0)), matcher.group(3));
            diagnostic.setSeverity(DiagnosticSeverity.Error);
            diagnostic.setSource("heed");
            wrongConfigurations.put(project.root(), file);
            send(documents.uri(file), null, List.of(diagnostic));
        }
    }

    @Override
    public void log(String message) {
        client.logMessage(new MessageParams(MessageType.Log, message));
    }

    private void send(String uri, @Nullable Integer version, List<Diagnostic> diagnostics) {
        PublishDiagnosticsParams params = new PublishDiagnosticsParams(uri, diagnostics);
        if (version != null) {
            params.setVersion(version);
        }
        client.publishDiagnostics(params);
    }
}
