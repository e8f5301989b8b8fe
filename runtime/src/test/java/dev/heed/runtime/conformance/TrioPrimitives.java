package dev.heed.runtime.conformance;

import dev.heed.runtime.Body;
import dev.heed.runtime.Loop;
import dev.heed.runtime.MisuseException;
import dev.heed.runtime.Promise;
import dev.heed.runtime.Task;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Locks and channels as trio's behave: each operation is a checkpoint, and what is released goes straight to the next. */
final class TrioPrimitives implements Primitives {
    private final Loop loop;

    TrioPrimitives(Loop loop) {
        this.loop = loop;
    }

    private static final class Event {
        final List<Promise<Object>> waiters = new ArrayList<>();
        boolean isSet;
    }

    private static final class Semaphore {
        final Deque<Promise<Object>> waiters = new ArrayDeque<>();
        int permits;
    }

    private static final class Lock {
        final Deque<Promise<Object>> waiters = new ArrayDeque<>();
        final Deque<Task<?>> tasks = new ArrayDeque<>();
        Task<?> owner;
        boolean isBroken;
    }

    private static final class Channel {
        final Deque<Object> items = new ArrayDeque<>();
        final Deque<Promise<Object>> receivers = new ArrayDeque<>();
        final Deque<Promise<Object>> senders = new ArrayDeque<>();
        final Deque<Object> waiting = new ArrayDeque<>();
        int capacity;
    }

    private static final Object NONE = new Object();

    @Override
    public void sleep(Duration time) {
        if (time.isZero()) {
            loop.checkpoint();
        } else {
            loop.sleep(time);
        }
    }

    @Override
    public Object create(String kind, Object size) {
        int number = ((Number) size).intValue();
        switch (kind) {
            case "event" -> {
                return new Event();
            }
            case "lock" -> {
                return new Lock();
            }
            case "sem" -> {
                Semaphore semaphore = new Semaphore();
                semaphore.permits = number;
                return semaphore;
            }
            default -> {
                Channel channel = new Channel();
                channel.capacity = number;
                return channel;
            }
        }
    }

    @Override
    public void statement(String op, Object target) {
        switch (op) {
            case "wait" -> await(Calls.as(Event.class, target));
            case "set" -> set(Calls.as(Event.class, target));
            case "acquire" -> acquire(target);
            case "release" -> release(target);
            default -> throw new AssertionError(op);
        }
    }

    private void await(Event event) {
        if (event.isSet) {
            loop.checkpoint();
        } else {
            park(event.waiters);
        }
    }

    private static void set(Event event) {
        event.isSet = true;
        List<Promise<Object>> waiters = List.copyOf(event.waiters);
        event.waiters.clear();
        waiters.forEach(waiter -> waiter.complete(null));
    }

    private Object park(Collection<Promise<Object>> line) {
        Promise<Object> turn = loop.promise("a turn");
        line.add(turn);
        try {
            return turn.await();
        } finally {
            line.remove(turn);
        }
    }

    private void acquire(Object target) {
        if (target instanceof Semaphore semaphore) {
            loop.checkCancelled();
            if (semaphore.permits > 0) {
                semaphore.permits--;
                loop.yieldShielded();
            } else {
                park(semaphore.waiters);
            }
            return;
        }
        Lock lock = Calls.as(Lock.class, target);
        loop.checkCancelled();
        Task<?> self = loop.currentTask();
        if (lock.owner == self) {
            throw new MisuseException("The lock is held already.");
        }
        if (lock.owner == null && lock.waiters.isEmpty()) {
            own(lock, self);
            loop.yieldShielded();
        } else if (lock.isBroken) {
            throw new PythonError("BrokenResourceError");
        } else {
            lock.tasks.add(self);
            try {
                park(lock.waiters);
            } finally {
                lock.tasks.remove(self);
            }
        }
    }

    private static void own(Lock lock, Task<?> task) {
        lock.owner = task;
        task.whenDone(done -> {
            if (lock.owner == task) {
                lock.isBroken = true;
                List.copyOf(lock.waiters).forEach(waiter -> waiter.fail(new PythonError("BrokenResourceError")));
            }
        });
    }

    private void release(Object target) {
        if (target instanceof Semaphore semaphore) {
            if (semaphore.waiters.isEmpty()) {
                semaphore.permits++;
            } else {
                semaphore.waiters.remove().complete(null);
            }
            return;
        }
        Lock lock = Calls.as(Lock.class, target);
        if (lock.owner != loop.currentTask()) {
            throw new MisuseException("The lock is not held by this task.");
        }
        if (lock.waiters.isEmpty()) {
            lock.owner = null;
        } else {
            own(lock, lock.tasks.remove());
            lock.waiters.remove().complete(null);
        }
    }

    @Override
    public Object expression(String op, Object target) {
        return switch (op) {
            case "get" -> receive(Calls.as(Channel.class, target));
            case "permits" -> (long) Calls.as(Semaphore.class, target).permits;
            case "lockedp" -> Calls.as(Lock.class, target).owner != null;
            default -> throw new AssertionError(op);
        };
    }

    private Object receive(Channel channel) {
        loop.checkCancelled();
        if (!channel.senders.isEmpty()) {
            channel.senders.remove().complete(null);
            channel.items.add(channel.waiting.remove());
        }
        Object item;
        if (channel.items.isEmpty()) {
            item = park(channel.receivers);
        } else {
            item = channel.items.remove();
            loop.yieldShielded();
        }
        return item == NONE ? null : item;
    }

    @Override
    public void put(Object queue, Body<Object> item) throws Exception {
        Channel channel = Calls.as(Channel.class, queue);
        Object value = item.run();
        Object kept = value == null ? NONE : value;
        loop.checkCancelled();
        if (!channel.receivers.isEmpty()) {
            channel.receivers.remove().complete(kept);
            loop.yieldShielded();
        } else if (channel.items.size() < channel.capacity) {
            channel.items.add(kept);
            loop.yieldShielded();
        } else {
            send(channel, kept);
        }
    }

    private void send(Channel channel, Object value) {
        Promise<Object> turn = loop.promise("room in a channel");
        channel.senders.add(turn);
        channel.waiting.add(value);
        boolean isSent = false;
        try {
            turn.await();
            isSent = true;
        } finally {
            if (!isSent && channel.senders.contains(turn)) {
                forget(channel, turn);
            }
        }
    }

    private static void forget(Channel channel, Promise<Object> turn) {
        List<Promise<Object>> turns = List.copyOf(channel.senders);
        List<Object> values = new ArrayList<>(channel.waiting);
        values.remove(turns.indexOf(turn));
        channel.senders.remove(turn);
        channel.waiting.clear();
        channel.waiting.addAll(values);
    }

    @Override
    public <T> T with(Object target, Body<T> body) throws Exception {
        acquire(target);
        try {
            return body.run();
        } finally {
            release(target);
        }
    }
}
