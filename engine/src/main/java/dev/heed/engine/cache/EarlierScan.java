package dev.heed.engine.cache;

import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.SourceFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what was kept of an earlier scan of the same files, if few of them were edited, and none in what it declares. */
final class EarlierScan {
    /** So many edits are always worth it. */
    private static final int FEW = 10;

    /** Of more than one file in so many it is as quick to scan all. */
    private static final int ONE_IN = 10;

    private final List<ContentId> now;
    private final List<? extends SourceFile> files;
    private final List<FrontEnd> frontEnds;
    private Scan.@Nullable Edited found;

    private EarlierScan(List<ContentId> now, List<? extends SourceFile> files, List<FrontEnd> frontEnds) {
        this.now = now;
        this.files = files;
        this.frontEnds = frontEnds;
    }

    /**
     * What an earlier scan can tell; null if nothing.
     *
     * @param head the first half of the scan's name
     * @param now what the files hold
     * @param files of the scan, sorted
     */
    static Scan.@Nullable Edited of(
            CacheStore store,
            String head,
            List<ContentId> now,
            List<? extends SourceFile> files,
            List<FrontEnd> frontEnds)
            throws InterruptedException {
        EarlierScan search = new EarlierScan(now, files, frontEnds);
        store.readIfReadable(ScanKeys.state(head), search::look);
        return search.found;
    }

    /** Returns whether the state can be used. */
    private boolean look(DataInputStream in) throws IOException {
        StateForm.Files earlier = StateForm.files(in);
        Set<SourceFile> edited = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < files.size(); i++) {
            if (!now.get(i).equals(earlier.contents().get(i))) {
                edited.add(files.get(i));
            }
        }
        if (edited.size() > Math.max(FEW, files.size() / ONE_IN)) {
            return false;
        }
        for (int i = 0; i < files.size(); i++) {
            if (edited.contains(files.get(i))
                    && !declaresTheSame(files.get(i), earlier.outlines().get(i))) {
                return false;
            }
        }
        found = new Scan.Edited(StateForm.state(in, earlier, files), edited);
        return true;
    }

    private boolean declaresTheSame(SourceFile file, @Nullable ContentId before) {
        if (before == null) {
            return false;
        }
        for (FrontEnd frontEnd : frontEnds) {
            if (frontEnd.language() == file.language()) {
                try {
                    return Objects.equals(frontEnd.outline(file), before);
                } catch (IOException e) {
                    return false; // the scan itself will tell
                }
            }
        }
        return false;
    }
}
