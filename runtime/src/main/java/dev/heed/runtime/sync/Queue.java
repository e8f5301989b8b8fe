package dev.heed.runtime.sync;

import dev.heed.runtime.Loop;
import dev.heed.runtime.Promise;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Items from tasks to tasks (asyncio's {@code Queue}).
 *
 * @param <T> the items
 */
public final class Queue<T> {
    private final Loop loop;
    private final int capacity;
    private final Deque<Item<T>> items = new ArrayDeque<>();
    private final Deque<Promise<Boolean>> getters = new ArrayDeque<>();
    private final Deque<Promise<Boolean>> putters = new ArrayDeque<>();

    /** A queue that holds so many items; 0 means any number. */
    public Queue(Loop loop, int capacity) {
        this.loop = loop;
        this.capacity = capacity;
    }

    /** How many items there are. */
    public int size() {
        return items.size();
    }

    private boolean isFull() {
        return capacity > 0 && items.size() >= capacity;
    }

    /** Waits until there is room, and puts it in. */
    public void put(T item) {
        while (isFull()) {
            Promise<Boolean> turn = loop.promise("room in a queue");
            waitFor(turn, putters, () -> !isFull());
        }
        items.add(new Item<>(item));
        wakeNext(getters);
    }

    /** Waits until there is an item, and takes it. */
    public T get() {
        while (items.isEmpty()) {
            Promise<Boolean> turn = loop.promise("an item of a queue");
            waitFor(turn, getters, () -> !items.isEmpty());
        }
        Item<T> item = items.remove();
        wakeNext(putters);
        return item.value();
    }

    /** An item, which may be null. */
    private record Item<T>(T value) {}

    private interface Check {
        boolean holds();
    }

    private static void waitFor(Promise<Boolean> turn, Deque<Promise<Boolean>> line, Check canGoOn) {
        line.add(turn);
        boolean hasTurn = false;
        try {
            turn.await();
            hasTurn = true;
        } finally {
            if (!hasTurn) {
                boolean wasWoken = turn.isDone() && !turn.isCancelled();
                turn.cancel();
                line.remove(turn);
                if (wasWoken && canGoOn.holds()) {
                    wakeNext(line); // It was our turn, and we cannot take it.
                }
            }
        }
    }

    private static void wakeNext(Deque<Promise<Boolean>> line) {
        while (!line.isEmpty()) {
            Promise<Boolean> first = line.remove();
            if (!first.isDone()) {
                first.complete(true);
                return;
            }
        }
    }
}
