package dev.heed.engine.scan;

import dev.heed.engine.source.SourceFile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the files of a scan declare. What an earlier scan has told of files that are what they were need not be found out again.
 *
 * @param edited null if there was no earlier scan
 * @param found by path; for several threads
 */
record OutlinesOf(Scan.@Nullable Edited edited, Map<String, Outline> found) implements FrontEnd.Outlines {
    @Override
    public boolean isWanted(SourceFile file) {
        Outline known = edited == null || edited.files().contains(file)
                ? null
                : edited.earlier().outlines().get(file.path());
        if (known != null) {
            found.put(file.path(), known);
        }
        return known == null;
    }

    @Override
    public void take(SourceFile file, Outline outline) {
        found.put(file.path(), outline);
    }
}
