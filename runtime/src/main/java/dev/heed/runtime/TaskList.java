package dev.heed.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tasks that have not ended, in the order of their creation: linked through themselves, so that each costs nothing more. */
final class TaskList {
    private @Nullable Task<?> first;
    private @Nullable Task<?> last;
    private int size;

    void add(Task<?> task) {
        task.previous = last;
        if (last == null) {
            first = task;
        } else {
            last.next = task;
        }
        last = task;
        size++;
    }

    void remove(Task<?> task) {
        Task<?> before = task.previous;
        Task<?> after = task.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        task.previous = null;
        task.next = null;
        size--;
    }

    int size() {
        return size;
    }

    List<Task<?>> all() {
        List<Task<?>> all = new ArrayList<>(size);
        for (Task<?> task = first; task != null; task = task.next) {
            all.add(task);
        }
        return all;
    }
}
