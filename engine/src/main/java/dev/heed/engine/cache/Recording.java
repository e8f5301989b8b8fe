package dev.heed.engine.cache;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanState;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what goes by on its way to a listener. What is worth keeping shows only at the end: a scan of which a part
 * depends on this machine or this moment is not.
 */
final class Recording implements ScanListener, AutoCloseable {
    private final CacheStore store;
    private final ScanListener next;
    private final Consumer<String> notes;
    private final Map<String, Integer> numbers = new HashMap<>();
    private CacheStore.@Nullable Draft draft;

    /**
     * Begins.
     *
     * @param files of the scan, sorted
     * @param notes takes why nothing can be kept
     */
    Recording(CacheStore store, List<? extends SourceFile> files, ScanListener next, Consumer<String> notes) {
        this.store = store;
        this.next = next;
        this.notes = notes;
        for (SourceFile file : files) {
            numbers.put(file.path(), numbers.size());
        }
        try {
            draft = store.begin();
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        notes.accept("The cache in " + store.directory() + " cannot be written (" + reason(e)
                + "); nothing is kept of this scan.");
        close();
    }

    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + message;
    }

    private int number(SourceFile file) {
        Integer number = numbers.get(file.path());
        if (number == null) {
            throw new IllegalStateException("a finding in a file that is not of the scan: " + file.path());
        }
        return number;
    }

    @Override
    public void onFinding(Finding finding) {
        if (draft != null) {
            try {
                EventLog.write(draft.out(), finding, this::number);
            } catch (IOException e) {
                fail(e);
            }
        }
        next.onFinding(finding);
    }

    @Override
    public void onNotification(Notification notification) {
        if (draft != null) {
            if (!notification.isLasting() || notification.cause() != null) {
                close();
            } else {
                try {
                    EventLog.write(draft.out(), notification);
                } catch (IOException e) {
                    fail(e);
                }
            }
        }
        next.onNotification(notification);
    }

    /**
     * Keeps all of it.
     *
     * @param head the first half of the scan's name
     * @param state what its results rest on; null if that is not known
     */
    void keep(String head, List<WatchedFile> files, ScanSummary summary, @Nullable ScanState state) {
        if (draft == null) {
            return;
        }
        List<ContentId> ids = settled(files);
        if (ids == null) {
            return;
        }
        try {
            EventLog.write(draft.out(), summary);
            draft.keep(ScanKeys.name(head, ScanKeys.rest(ids)));
            if (state != null) {
                keep(head, files, ids, state);
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void keep(String head, List<WatchedFile> files, List<ContentId> ids, ScanState state) throws IOException {
        try (CacheStore.Draft other = store.begin()) {
            StateForm.write(other.out(), state, files, ids);
            other.keep(ScanKeys.state(head));
        }
    }

    /** What the files held all the time; null if that cannot be told. */
    private static @Nullable List<ContentId> settled(List<WatchedFile> files) {
        List<ContentId> ids = new ArrayList<>();
        try {
            for (WatchedFile file : files) {
                ContentId id = file.settled();
                if (id == null) {
                    return null;
                }
                ids.add(id);
            }
        } catch (IOException e) {
            return null; // the scan could not read it either, and has told
        }
        return ids;
    }

    @Override
    public void close() {
        CacheStore.Draft begun = draft;
        draft = null;
        if (begun != null) {
            try {
                begun.close();
            } catch (IOException e) {
                // It is taken for what a dead writer has left.
                return;
            }
        }
    }
}
