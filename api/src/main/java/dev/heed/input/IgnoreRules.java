package dev.heed.input;

import dev.heed.engine.types.Truth;
import java.util.ArrayList;
import java.util.List;

/** The {@code .gitignore} files in force in a directory, the weakest first. Immutable. */
final class IgnoreRules {
    static final IgnoreRules NONE = new IgnoreRules(List.of());

    private final List<IgnoreFile> files;

    private IgnoreRules(List<IgnoreFile> files) {
        this.files = files;
    }

    IgnoreRules with(IgnoreFile file) {
        if (file.patterns().isEmpty()) {
            return this;
        }
        List<IgnoreFile> all = new ArrayList<>(files);
        all.add(file);
        return new IgnoreRules(List.copyOf(all));
    }

    /**
     * Whether a path is ignored, given that none of its parents is.
     *
     * @param path below the root, with {@code /}
     */
    boolean ignores(String path, boolean isDirectory) {
        for (int i = files.size() - 1; i >= 0; i--) {
            Truth verdict = files.get(i).ignores(path, isDirectory);
            if (verdict != Truth.UNKNOWN) {
                return verdict.isYes();
            }
        }
        return false;
    }
}
