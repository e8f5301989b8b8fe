package dev.heed.report;

import dev.heed.engine.source.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where sources can be looked at: at the service whose CI runs the scan, in the commit that it checked out. Elsewhere there
 * are no links: one to a file of this machine would be broken for everybody else.
 */
public final class SourceLinks {
    /** No links. */
    public static final SourceLinks NONE = new SourceLinks(null, Path.of(""), "-");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

    private final @Nullable String base;
    private final Path root;
    private final String lines;

    private SourceLinks(@Nullable String base, Path root, String lines) {
        this.base = base;
        this.root = root;
        this.lines = lines;
    }

    /** Links as the variables of GitHub's and GitLab's CI give them. */
    public static SourceLinks of(Map<String, String> environment) {
        String commit = environment.getOrDefault("GITHUB_SHA", "");
        String server = environment.getOrDefault("GITHUB_SERVER_URL", "");
        String repository = environment.getOrDefault("GITHUB_REPOSITORY", "");
        String root = environment.getOrDefault("GITHUB_WORKSPACE", "");
        if (!commit.isEmpty() && !repository.isEmpty()) {
            return of(server + "/" + repository, "/blob/", commit, root, "-L");
        }
        return of(
                environment.getOrDefault("CI_PROJECT_URL", ""),
                "/-/blob/",
                environment.getOrDefault("CI_COMMIT_SHA", ""),
                environment.getOrDefault("CI_PROJECT_DIR", ""),
                "-");
    }

    private static SourceLinks of(String project, String blob, String commit, String root, String lines) {
        try {
            URI uri = new URI(project);
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!isWeb || root.isEmpty() || !COMMIT.matcher(commit).matches()) {
                return NONE;
            }
            Path directory = Path.of(root).toAbsolutePath().normalize();
            return new SourceLinks(uri.toASCIIString() + blob + commit + "/", directory, lines);
        } catch (URISyntaxException | InvalidPathException e) {
            return NONE;
        }
    }

    /** The address of a place; nothing for what is not in the repository, such as the entry of an archive. */
    Optional<String> to(Path workingDirectory, String path, Span span) {
        if (base == null || path.contains("!/")) {
            return Optional.empty();
        }
        try {
            Path file = workingDirectory.resolve(path).normalize();
            if (!file.startsWith(root) || file.equals(root)) {
                return Optional.empty();
            }
            StringBuilder url = new StringBuilder(base);
            String separator = "";
            for (Path part : root.relativize(file)) {
                url.append(separator).append(SarifUris.encode(part.toString(), true));
                separator = "/";
            }
            url.append("#L").append(span.startLine());
            if (span.endLine() > span.startLine()) {
                url.append(lines).append(span.endLine());
            }
            return Optional.of(url.toString());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
