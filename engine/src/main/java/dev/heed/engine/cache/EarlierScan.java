package dev.heed.engine.cache;

import dev.heed.engine.facts.UnwrittenCalls;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.FrontEnd.Mention;
import dev.heed.engine.scan.Outline;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.SourceFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was kept of an earlier scan of the same files, if few of them were edited, or may see that one of them declares something
 * else.
 */
final class EarlierScan {
    /** So many edits are always worth it. */
    private static final int FEW = 10;

    /** Of more than one file in so many it is as quick to scan all. */
    private static final int ONE_IN = 10;

    /** More names than this are in too many files. */
    private static final int MOST_NAMES = 20;

    private final List<ContentId> now;
    private final List<? extends SourceFile> files;
    private final Scan.Input input;
    private final Set<String> changed = new TreeSet<>();
    private final Set<SourceFile> redeclared = Collections.newSetFromMap(new IdentityHashMap<>());
    private Scan.@Nullable Edited found;

    private EarlierScan(List<ContentId> now, Scan.Input input) {
        this.now = now;
        this.files = input.files();
        this.input = input;
    }

    /**
     * What an earlier scan can tell; null if nothing.
     *
     * @param head the first half of the scan's name
     * @param now what the files hold
     * @param input its files are sorted
     */
    static Scan.@Nullable Edited of(CacheStore store, String head, List<ContentId> now, Scan.Input input)
            throws InterruptedException {
        EarlierScan search = new EarlierScan(now, input);
        store.readIfReadable(ScanKeys.state(head), search::look);
        Scan.Edited edited = search.found;
        return edited == null || search.changed.isEmpty() ? edited : search.withAffected(edited);
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
        if (areTooMany(edited)) {
            return false;
        }
        for (int i = 0; i < files.size(); i++) {
            if (edited.contains(files.get(i))
                    && !canTell(files.get(i), earlier.outlines().get(i))) {
                return false;
            }
        }
        if (changed.size() > MOST_NAMES || UnwrittenCalls.areAmong(changed)) {
            return false;
        }
        found = new Scan.Edited(StateForm.state(in, earlier, files), edited, redeclared);
        return true;
    }

    private boolean areTooMany(Set<SourceFile> edited) {
        return edited.size() > Math.max(FEW, files.size() / ONE_IN);
    }

    /** Whether names tell what an edited file declares that it did not. */
    private boolean canTell(SourceFile file, @Nullable Outline before) {
        FrontEnd frontEnd = frontEnd(file);
        if (before == null || frontEnd == null) {
            return false;
        }
        try {
            Outline outline = frontEnd.outline(file);
            Outline.Changed names = outline == null ? null : outline.since(before);
            if (names == null
                    || (!names.hidden().isEmpty()
                            && frontEnd.mention(file, names.hidden()) == Mention.IN_DECLARATIONS)) {
                return false;
            }
            changed.addAll(names.members());
            if (!names.members().isEmpty() || !names.hidden().isEmpty()) {
                redeclared.add(file);
            }
            return true;
        } catch (IOException e) {
            return false; // the scan itself will tell
        }
    }

    private @Nullable FrontEnd frontEnd(SourceFile file) {
        return input.frontEnds().stream()
                .filter(frontEnd -> frontEnd.language() == file.language())
                .findFirst()
                .orElse(null);
    }

    /** With the files in which a changed name stands; null if all must be scanned. */
    private Scan.@Nullable Edited withAffected(Scan.Edited edited) throws InterruptedException {
        List<Mention> mentions = FileTasks.each(files, input.threads(), this::mention);
        if (mentions == null || mentions.contains(Mention.IN_DECLARATIONS)) {
            return null;
        }
        Set<SourceFile> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(edited.files());
        for (int i = 0; i < files.size(); i++) {
            if (mentions.get(i) != Mention.NONE) {
                all.add(files.get(i));
                redeclared.add(files.get(i));
            }
        }
        return areTooMany(all) ? null : new Scan.Edited(edited.earlier(), all, redeclared);
    }

    private Mention mention(SourceFile file) throws IOException {
        FrontEnd frontEnd = frontEnd(file);
        return frontEnd == null ? Mention.IN_DECLARATIONS : frontEnd.mention(file, changed);
    }
}
