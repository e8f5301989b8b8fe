package dev.heed.runtime.conformance;

import dev.heed.runtime.Body;
import dev.heed.runtime.Loop;
import dev.heed.runtime.sync.Condition;
import dev.heed.runtime.sync.Event;
import dev.heed.runtime.sync.Lock;
import dev.heed.runtime.sync.Queue;
import dev.heed.runtime.sync.Semaphore;
import java.time.Duration;

/** The runtime's own locks and queues, as asyncio's behave. */
final class AsyncioPrimitives implements Primitives {
    private final Loop loop;

    AsyncioPrimitives(Loop loop) {
        this.loop = loop;
    }

    @Override
    public void sleep(Duration time) {
        loop.sleep(time);
    }

    @Override
    public Object create(String kind, Object size) {
        int number = ((Number) size).intValue();
        return switch (kind) {
            case "event" -> new Event(loop);
            case "lock" -> new Lock(loop);
            case "cond" -> new Condition(loop);
            case "queue" -> new Queue<Object>(loop, number);
            default -> {
                if (number < 0) {
                    throw new PythonError("ValueError");
                }
                yield new Semaphore(loop, number);
            }
        };
    }

    @Override
    public void statement(String op, Object target) {
        switch (op) {
            case "wait", "condwait" -> {
                if (target instanceof Condition condition) {
                    condition.await();
                } else {
                    Calls.as(Event.class, target).await();
                }
            }
            case "set" -> Calls.as(Event.class, target).set();
            case "clear" -> Calls.as(Event.class, target).clear();
            case "notify" -> Calls.as(Condition.class, target).signal();
            case "acquire" -> acquire(target, "AttributeError");
            default -> release(target);
        }
    }

    private static void acquire(Object target, String error) {
        if (target instanceof Semaphore semaphore) {
            semaphore.acquire();
        } else if (target instanceof Lock lock) {
            lock.acquire();
        } else if (target instanceof Condition condition) {
            condition.lock().acquire();
        } else {
            throw new PythonError(error);
        }
    }

    private static void release(Object target) {
        if (target instanceof Semaphore semaphore) {
            semaphore.release();
        } else if (target instanceof Lock lock) {
            lock.release();
        } else {
            Calls.as(Condition.class, target).lock().release();
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object expression(String op, Object target) {
        if (op.equals("get")) {
            return ((Queue<Object>) Calls.as(Queue.class, target)).get();
        }
        if (op.equals("qsize")) {
            return (long) Calls.as(Queue.class, target).size();
        }
        if (op.equals("permits")) {
            return (long) Calls.as(Semaphore.class, target).permits();
        }
        if (target instanceof Semaphore semaphore) {
            return semaphore.isLocked();
        }
        return target instanceof Condition condition
                ? condition.lock().isLocked()
                : Calls.as(Lock.class, target).isLocked();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void put(Object queue, Body<Object> item) throws Exception {
        Queue<Object> target = (Queue<Object>) Calls.as(Queue.class, queue);
        target.put(item.run());
    }

    @Override
    public <T> T with(Object target, Body<T> body) throws Exception {
        acquire(target, "TypeError");
        try {
            return body.run();
        } finally {
            release(target);
        }
    }
}
