package dev.heed.engine.fix;

import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceException;
import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The sources of a run, some of them with another text than they have where they lie. Immutable. */
final class Sources {
    private final Map<String, Pinned> originals;
    private final Map<String, Edited> edited;

    private Sources(Map<String, Pinned> originals, Map<String, Edited> edited) {
        this.originals = originals;
        this.edited = edited;
    }

    /** Files as they are when they are read first. */
    static Sources of(List<SourceFile> files) {
        Map<String, Pinned> originals = new TreeMap<>();
        files.forEach(file -> originals.put(file.path(), new Pinned(file)));
        return new Sources(originals, Map.of());
    }

    /** The same with other texts for some files, by their paths. */
    Sources with(Map<String, String> texts) {
        Map<String, Edited> all = new TreeMap<>(edited);
        texts.forEach((path, text) -> {
            Pinned original = originals.get(path);
            if (original != null) {
                all.put(path, new Edited(original, text));
            }
        });
        return new Sources(originals, all);
    }

    /** All files, to be scanned. */
    List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        originals.forEach((path, file) -> {
            Edited changed = edited.get(path);
            files.add(changed == null ? file : changed);
        });
        return files;
    }

    /** The text of a file now; empty if it cannot be read again. */
    Optional<String> text(String path) {
        Edited changed = edited.get(path);
        if (changed != null) {
            return Optional.of(changed.text());
        }
        Pinned original = originals.get(path);
        try {
            return original == null ? Optional.empty() : Optional.of(original.text());
        } catch (IOException e) {
            return Optional.empty(); // Changed or gone in the meantime: nothing is done to it then.
        }
    }

    /** What has become of the files. */
    List<FileChange> changes() {
        List<FileChange> changes = new ArrayList<>();
        for (Edited file : edited.values()) {
            try {
                SourceFile.Snapshot before = file.original.snapshot();
                if (!before.text().equals(file.text())) {
                    changes.add(new FileChange(file.original.file, before.id(), before.text(), file.text()));
                }
            } catch (IOException e) {
                changes.add(new FileChange(file.original.file, null, "", file.text()));
            }
        }
        return changes;
    }

    /** A file that must stay as it was when it was first read. */
    private static final class Pinned implements SourceFile {
        private final SourceFile file;
        private final AtomicReference<@Nullable ContentId> id = new AtomicReference<>();

        Pinned(SourceFile file) {
            this.file = file;
        }

        @Override
        public String path() {
            return file.path();
        }

        @Override
        public String relativePath() {
            return file.relativePath();
        }

        @Override
        public Language language() {
            return file.language();
        }

        @Override
        public String text() throws IOException {
            return snapshot().text();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public Snapshot snapshot() throws IOException {
            Snapshot snapshot = file.snapshot();
            if (!id.compareAndSet(null, snapshot.id()) && !Objects.equals(snapshot.id(), id.get())) {
                throw new SourceException("The file has changed since it was first read; run it again.");
            }
            return snapshot;
        }
    }

    private static final class Edited implements SourceFile {
        private final Pinned original;
        private final String text;

        Edited(Pinned original, String text) {
            this.original = original;
            this.text = text;
        }

        @Override
        public String path() {
            return original.path();
        }

        @Override
        public String relativePath() {
            return original.relativePath();
        }

        @Override
        public Language language() {
            return original.language();
        }

        @Override
        public String text() {
            return text;
        }
    }
}
