package dev.heed.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The folders that the editor has open, and the files that are open and lie in none of them. */
final class Workspace {
    private final Map<Path, Project> folders = new ConcurrentSkipListMap<>();
    private final Map<Path, Project> files = new ConcurrentSkipListMap<>();

    /** Adds a folder. */
    Project addFolder(Path root) {
        return folders.computeIfAbsent(root, Project::folder);
    }

    @Nullable
    Project removeFolder(Path root) {
        return folders.remove(root);
    }

    /** The project of a file: the innermost folder that holds it, or else its own. */
    @Nullable
    Project of(Path path) {
        return folders.values().stream()
                .filter(folder -> folder.holds(path))
                .max(Comparator.comparingInt(folder -> folder.root().getNameCount()))
                .orElse(files.get(path));
    }

    /** The project of a file that is opened. */
    Project open(Path path) {
        Project folder = of(path);
        return folder != null ? folder : files.computeIfAbsent(path, Project::file);
    }

    /** Forgets a file that lies in no folder. */
    @Nullable
    Project closeFile(Path path) {
        return files.remove(path);
    }

    List<Project> all() {
        List<Project> all = new ArrayList<>(folders.values());
        all.addAll(files.values());
        return all;
    }
}
