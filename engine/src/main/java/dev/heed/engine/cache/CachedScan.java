package dev.heed.engine.cache;

import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanState;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A scan that tells again what it told when everything was the same, and otherwise lets another scan do the work: all of it, or where
 * few bodies were edited, what rests on them. That the cache cannot be used is never a failure of the scan. One run at a time.
 */
public final class CachedScan implements Scan {
    /** The phase of the summary that says that it comes from the cache. */
    public static final String PHASE = "cache";

    private final Scan scan;
    private final CacheStore store;
    private final ScanKeys keys;
    private final Consumer<String> notes;

    /**
     * Puts a cache in front of a scan.
     *
     * @param basis what decides over the results beside the {@link Scan.Input}: what the tool itself is made of, the names
     *     of the rules, what the models say
     * @param notes takes sentences on why the cache is not used
     */
    public CachedScan(Scan scan, CacheStore store, List<String> basis, Consumer<String> notes) {
        this.scan = scan;
        this.store = store;
        this.keys = new ScanKeys(basis, new ClassPathIds(store));
        this.notes = notes;
    }

    @Override
    public ScanSummary run(Input input, ScanListener listener) throws InterruptedException {
        long start = System.nanoTime();
        List<SourceFile> files = sorted(input);
        List<WatchedFile> watched = files.stream().map(WatchedFile::new).toList();
        String head;
        List<ContentId> ids;
        ScanSummary known;
        try {
            head = keys.head(input, files);
            ids = store.hasEntry(head) ? FileTasks.each(watched, input.threads(), WatchedFile::contentId) : null;
            known = ids == null ? null : replay(head, ids, files, listener);
        } catch (IOException e) {
            notes.accept("The cache in " + store.directory() + " is not used: " + e.getMessage() + ".");
            return scan.run(input, listener);
        }
        if (known == null) {
            return record(head, ids, watched, input, listener);
        }
        return new ScanSummary(
                known.files(),
                known.lines(),
                known.functions(),
                known.findings(),
                known.findingsByRule(),
                known.incomplete(),
                Map.of(PHASE, Duration.ofNanos(System.nanoTime() - start)),
                Map.of(),
                known.suppressed(),
                0,
                0,
                known.parts());
    }

    private @Nullable ScanSummary replay(
            String head, List<ContentId> ids, List<SourceFile> files, ScanListener listener)
            throws IOException, InterruptedException {
        // What has been told cannot be taken back: first it goes to nobody, to see whether it can be read to its end.
        String name = ScanKeys.name(head, ScanKeys.rest(ids));
        return store.readIfReadable(name, in -> EventLog.replay(in, files, ScanListener.NOBODY)) != null
                ? store.read(name, in -> EventLog.replay(in, files, listener))
                : null;
    }

    /** The class path may have changed meanwhile. */
    private @Nullable String headNow(Input input) throws InterruptedException {
        try {
            return keys.head(input, sorted(input));
        } catch (IOException e) {
            return null;
        }
    }

    private static List<SourceFile> sorted(Input input) {
        List<SourceFile> files = new ArrayList<>(input.files());
        files.sort(Comparator.comparing(SourceFile::path));
        return files;
    }

    /** @param ids of the sorted files; null if they are not known */
    private ScanSummary record(
            String head, @Nullable List<ContentId> ids, List<WatchedFile> watched, Input input, ScanListener listener)
            throws InterruptedException {
        Input same = input.with(watched);
        Edited edited = ids == null ? null : EarlierScan.of(store, head, ids, same);
        AtomicReference<@Nullable ScanState> state = new AtomicReference<>();
        try (Recording recording = new Recording(store, watched, listener, notes)) {
            ScanSummary summary = scan.run(same, recording, edited, state::set);
            if (head.equals(headNow(input))) {
                recording.keep(head, watched, summary, state.get());
            }
            return summary;
        }
    }
}
