package dev.heed.input;

import dev.heed.UserException;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the sources are other ones than in a revision of their git repository: in the commit that the revision and
 * what is checked out have in common last. The sources are taken as they lie there, committed or not. All lines of a file count
 * that git does not track.
 */
public final class ChangedLines {
    private final Map<String, BitSet> lines;
    private final List<String> warnings;

    private ChangedLines(Map<String, BitSet> lines, List<String> warnings) {
        this.lines = lines;
        this.warnings = List.copyOf(warnings);
    }

    /** Sources in a repository: their names below its root, and their paths in the scan. */
    private record Repository(Path root, Map<String, String> paths) {}

    /**
     * Asks git.
     *
     * @param revision as git understands it: a branch, a tag, {@code HEAD~3}
     * @throws UserException if there is no git, no repository or no such revision; the message is a sentence
     * @throws InterruptedException if the thread is interrupted while git works
     */
    public static ChangedLines since(String revision, List<SourceFile> files, Map<String, String> environment)
            throws UserException, InterruptedException {
        if (revision.isBlank() || revision.startsWith("-") || revision.chars().anyMatch(Character::isISOControl)) {
            throw new UserException("--since takes a revision of git, such as origin/main or HEAD~3.");
        }
        Path program = GitProgram.find(environment)
                .orElseThrow(() -> new UserException("--since needs git, and there is none on the PATH."));
        List<String> warnings = new ArrayList<>();
        Map<String, BitSet> lines = new HashMap<>();
        try {
            Path scratch = Files.createTempDirectory("heed-git");
            try {
                for (Repository repository : repositories(files, warnings)) {
                    new Question(GitProgram.in(program, repository.root()), repository, revision, scratch).ask(lines);
                }
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw new UserException(
                    "Git cannot be asked what has changed since " + revision + ": " + e.getMessage() + ".", e);
        }
        return new ChangedLines(lines, warnings);
    }

    private static void delete(Path scratch) throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(scratch);
    }

    /** What a user should see although nothing is missing, one sentence each. */
    public List<String> warnings() {
        return warnings;
    }

    /** Whether a line is changed that the finding is in, or that its path passes. */
    public boolean touch(Finding finding) {
        return touch(finding.file(), finding.span())
                || finding.path().stream().anyMatch(step -> touch(step.file(), step.span()));
    }

    private boolean touch(SourceFile file, Span span) {
        BitSet changed = lines.get(file.path());
        int next = changed == null ? -1 : changed.nextSetBit(span.startLine());
        return next >= 0 && next <= span.endLine();
    }

    private static List<Repository> repositories(List<SourceFile> files, List<String> warnings)
            throws UserException, IOException {
        Map<Path, Path> roots = new HashMap<>();
        Map<Path, Map<String, String>> found = new TreeMap<>();
        for (SourceFile file : files) {
            if (!(file instanceof DiskSource onDisk)) {
                throw new UserException("--since is for files in a git repository; " + file.path() + " is none.");
            }
            Path real = onDisk.file().toRealPath();
            Path root = root(real.getParent(), roots);
            if (root == null) {
                throw new UserException("--since needs a git repository; " + file.path() + " is in none.");
            }
            String name = root.relativize(real)
                    .toString()
                    .replace(root.getFileSystem().getSeparator(), "/");
            found.computeIfAbsent(root, key -> new TreeMap<>()).put(name, file.path());
        }
        List<Repository> repositories = new ArrayList<>();
        found.forEach((root, paths) -> {
            if (found.keySet().stream().anyMatch(other -> !root.equals(other) && root.startsWith(other))) {
                // A submodule: the revisions of the repository around it are none of its own.
                warnings.add("What is found in " + root.getFileName()
                        + " is not told: it is a repository of its own inside of another; scan it alone.");
            } else {
                repositories.add(new Repository(root, paths));
            }
        });
        return repositories;
    }

    private static @Nullable Path root(@Nullable Path directory, Map<Path, Path> known) {
        List<Path> below = new ArrayList<>();
        for (Path place = directory; place != null; place = place.getParent()) {
            Path root = known.get(place);
            if (root == null && Files.exists(place.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                root = place;
            }
            below.add(place);
            if (root != null) {
                Path found = root;
                below.forEach(one -> known.put(one, found));
                return root;
            }
        }
        return null;
    }

    /** What is asked about one repository. */
    private record Question(GitProgram git, Repository repository, String revision, Path scratch) {

        void ask(Map<String, BitSet> lines) throws UserException, IOException, InterruptedException {
            String base = base();
            Map<String, BitSet> diff = diff(base);
            Set<String> tracked = tracked();
            repository.paths().forEach((name, path) -> {
                BitSet changed = diff.get(name);
                if (!tracked.contains(name)) {
                    changed = new BitSet();
                    changed.set(1, Integer.MAX_VALUE);
                }
                if (changed != null) {
                    lines.put(path, changed);
                }
            });
        }

        private String base() throws UserException, IOException, InterruptedException {
            GitProgram.Answer top = git.run(scratch, List.of("rev-parse", "--show-cdup"));
            if (top.exitCode() != 0 || !top.text().isEmpty()) {
                throw new UserException("Git does not take " + repository.root() + " for a repository"
                        + (top.problem().isEmpty() ? "." : ": " + top.problem() + "."));
            }
            String commit = one("rev-parse", "--verify", "--quiet", revision + "^{commit}");
            if (commit == null) {
                throw new UserException("There is no revision \"" + revision + "\" in the git repository "
                        + repository.root() + "; a shallow clone has to fetch it first.");
            }
            if (one("rev-parse", "--verify", "--quiet", "HEAD^{commit}") == null) {
                throw new UserException("There is no commit yet in " + repository.root() + ".");
            }
            String base = one("merge-base", commit, "HEAD");
            if (base == null) {
                throw new UserException("\"" + revision + "\" and what is checked out have no commit in common;"
                        + " a shallow clone has to fetch more of its history.");
            }
            return base;
        }

        /** The first line of an answer; null if there is none. */
        private @Nullable String one(String... arguments) throws IOException, InterruptedException {
            GitProgram.Answer answer = git.run(scratch, List.of(arguments));
            return answer.exitCode() == 0 ? answer.text().lines().findFirst().orElse(null) : null;
        }

        private Map<String, BitSet> diff(String base) throws UserException, IOException, InterruptedException {
            List<String> arguments = new ArrayList<>(git.withoutFilters(scratch));
            arguments.addAll(List.of(
                    "diff",
                    "--no-ext-diff",
                    "--no-textconv",
                    "--no-color",
                    "--text",
                    "--unified=0",
                    "--inter-hunk-context=0",
                    "--find-renames",
                    "--diff-algorithm=histogram",
                    "--ignore-submodules=all",
                    "--submodule=short",
                    "--no-relative",
                    "--src-prefix=a/",
                    "--dst-prefix=b/",
                    base,
                    "--",
                    "*.java"));
            GitProgram.Answer answer = git.run(scratch, arguments);
            if (answer.exitCode() != 0) {
                throw new UserException(
                        "Git cannot tell what has changed since " + revision + ": " + answer.problem() + ".");
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(answer.out()))) {
                return DiffLines.read(in);
            }
        }

        private Set<String> tracked() throws UserException, IOException, InterruptedException {
            GitProgram.Answer answer = git.run(scratch, List.of("ls-files", "-z", "--", "*.java"));
            if (answer.exitCode() != 0) {
                throw new UserException("Git cannot tell which files it tracks: " + answer.problem() + ".");
            }
            return new HashSet<>(List.of(answer.all().split("\0", -1)));
        }
    }
}
