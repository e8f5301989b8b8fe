package dev.heed.input;

import dev.heed.engine.scan.Notification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ignore rules around a directory: those of the git repository that it lies in. */
final class GitRepository {
    /** Outside of every repository. */
    static final Position NOWHERE = new Position("", IgnoreRules.NONE);

    private GitRepository() {}

    /**
     * Where a directory stands.
     *
     * @param path below the root of its repository, ending in a slash; empty at the root or without one
     * @param rules in force there, without those of its own {@code .gitignore}
     */
    record Position(String path, IgnoreRules rules) {}

    /**
     * Finds the rules for a directory that the user named. If these rules ignore the directory itself, the user knows better:
     * then none of them counts.
     */
    static Position position(Path directory, Consumer<Notification> notifications) {
        Path root = root(directory);
        if (root == null) {
            return NOWHERE;
        }
        List<Path> chain = new ArrayList<>();
        for (Path p = directory; !p.equals(root); p = java.util.Objects.requireNonNull(p.getParent())) {
            chain.add(p);
        }
        Collections.reverse(chain);
        IgnoreRules rules = ownRules(root);
        String path = "";
        Path outer = root;
        for (Path inner : chain) {
            Path file = outer.resolve(".gitignore");
            if (Files.isRegularFile(file)) {
                rules = rules.with(read(path, file, notifications));
            }
            path = path + inner.getFileName();
            if (rules.ignores(path, true)) {
                return NOWHERE;
            }
            path = path + "/";
            outer = inner;
        }
        return new Position(path, rules);
    }

    private static @Nullable Path root(Path directory) {
        for (Path p = directory; p != null; p = p.getParent()) {
            if (Files.exists(p.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                return p;
            }
        }
        return null;
    }

    /** The rules that a repository keeps for itself, in {@code .git/info/exclude}. */
    static IgnoreRules ownRules(Path root) {
        Path exclude = root.resolve(".git").resolve("info").resolve("exclude");
        return Files.isRegularFile(exclude)
                ? IgnoreRules.NONE.with(read("", exclude, notification -> {}))
                : IgnoreRules.NONE;
    }

    /** Reads a file of patterns; one that cannot be read ignores nothing. */
    static IgnoreFile read(String prefix, Path file, Consumer<Notification> notifications) {
        try {
            return IgnoreFile.read(prefix, file);
        } catch (IOException e) {
            notifications.accept(Notification.info(
                    prefix + file.getFileName(), "The ignore file is not used: " + e.getMessage() + "."));
            return IgnoreFile.of(prefix, List.of());
        }
    }
}
