package dev.heed.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Blocking queues against their models. */
class QueueCallsTest {
    private static final TimeUnit HOURS = TimeUnit.HOURS;
    private static final long LONG = 10L;

    private final CallTable table = new CallTable();

    @TestFactory
    Stream<DynamicTest> queues() {
        queue(() -> new ArrayBlockingQueue<>(1), true);
        queue(() -> new LinkedBlockingQueue<>(1), true);
        queue(() -> new LinkedBlockingDeque<>(1), true);
        queue(PriorityBlockingQueue::new, false);
        queue(LinkedTransferQueue::new, false);
        for (String end : List.of("First", "Last")) {
            table.calls(LinkedBlockingDeque.class)
                    .fresh(() -> new LinkedBlockingDeque<>(1))
                    .ready("put" + end, "x")
                    .ready("offer" + end, "x", LONG, HOURS)
                    .waiting("take" + end)
                    .waiting("poll" + end, LONG, HOURS)
                    .fresh(() -> new LinkedBlockingDeque<>(new LinkedBlockingDeque<>(List.of("x"))))
                    .ready("take" + end)
                    .ready("poll" + end, LONG, HOURS);
        }
        table.calls(DelayQueue.class)
                .fresh(DelayQueue::new)
                .ready("put", expired())
                .ready("offer", expired(), LONG, HOURS)
                .waiting("take")
                .waiting("poll", LONG, HOURS)
                .fresh(() -> new DelayQueue<>(List.of(expired())))
                .ready("take")
                .ready("poll", LONG, HOURS);
        table.calls(SynchronousQueue.class)
                .fresh(SynchronousQueue::new)
                .waiting("put", "x")
                .waiting("take")
                .waiting("offer", "x", LONG, HOURS)
                .waiting("poll", LONG, HOURS)
                .fresh(() -> withPartner(new SynchronousQueue<>(), q -> q.take()))
                .eitherWay("put", "x")
                .ready("offer", "x", LONG, HOURS)
                .fresh(() -> withPartner(new SynchronousQueue<>(), q -> q.put("x")))
                .eitherWay("take")
                .ready("poll", LONG, HOURS);
        table.calls(LinkedTransferQueue.class)
                .fresh(LinkedTransferQueue::new)
                .waiting("transfer", "x")
                .waiting("tryTransfer", "x", LONG, HOURS)
                .ready("tryTransfer", "x")
                .fresh(() -> withPartner(new LinkedTransferQueue<>(), q -> q.take()))
                .eitherWay("transfer", "x");
        return table.tests();
    }

    /** The methods of every blocking queue. */
    private void queue(Callable<BlockingQueue<Object>> empty, boolean bounded) {
        CallTable.Calls calls = table.calls(CallTable.fresh(empty).getClass());
        calls.fresh(empty).ready("put", "x").ready("offer", "x", LONG, HOURS).ready("offer", "x");
        calls.fresh(empty).waiting("take").waiting("poll", LONG, HOURS).ready("drainTo", new ArrayList<>());
        Callable<BlockingQueue<Object>> full = () -> {
            BlockingQueue<Object> queue = empty.call();
            queue.add("x");
            return queue;
        };
        calls.fresh(full).ready("poll", LONG, HOURS).ready("poll");
        if (CallTable.fresh(empty) instanceof TransferQueue) {
            calls.eitherWay("take");
        } else {
            calls.ready("take");
        }
        if (bounded) {
            calls.fresh(full)
                    .waiting("put", "y")
                    .waiting("offer", "y", LONG, HOURS)
                    .ready("offer", "y");
        }
    }

    private interface Partner<T> {
        void meet(T queue) throws InterruptedException;
    }

    /** The queue, with another thread already waiting in it. */
    private static <T> T withPartner(T queue, Partner<T> partner) throws InterruptedException {
        Thread thread = new Thread(() -> {
            try {
                partner.meet(queue);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return queue;
    }

    private static Delayed expired() {
        return new Delayed() {
            @Override
            public long getDelay(TimeUnit unit) {
                return 0;
            }

            @Override
            public int compareTo(Delayed other) {
                return 0;
            }
        };
    }
}
