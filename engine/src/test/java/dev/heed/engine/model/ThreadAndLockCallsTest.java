package dev.heed.engine.model;

import java.lang.ref.ReferenceQueue;
import java.util.Date;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Threads, processes, locks and synchronizers against their models. */
class ThreadAndLockCallsTest {
    private static final TimeUnit HOURS = TimeUnit.HOURS;
    private static final long LONG = 10L;

    private final CallTable table = new CallTable();

    @TestFactory
    Stream<DynamicTest> threads() throws Exception {
        table.calls(Thread.class)
                .ready("sleep", 0L)
                .waiting("sleep", 1_000_000L)
                .ready("sleep", 0L, 1);
        Thread dead = new Thread(() -> {});
        dead.start();
        dead.join();
        Thread live = parked();
        table.calls(Thread.class).on(dead).ready("join").ready("join", 100L);
        table.calls(Thread.class).on(live).waiting("join").waiting("join", 1_000_000L);
        table.calls(Thread.class).ready("yield").ready("onSpinWait");
        table.calls(TimeUnit.class).on(HOURS).waiting("sleep", LONG).waiting("timedJoin", live, LONG);
        table.calls(TimeUnit.class).on(HOURS).ready("timedJoin", dead, LONG);
        Object monitor = new Object();
        table.calls(Object.class).on(monitor).inside(monitor).waiting("wait").waiting("wait", 1_000_000L);
        table.calls(Object.class).on(monitor).inside(monitor).waiting("wait", 1_000_000L, 1);
        table.calls(TimeUnit.class).on(HOURS).inside(monitor).waiting("timedWait", monitor, LONG);
        return table.tests();
    }

    @TestFactory
    Stream<DynamicTest> referenceQueues() {
        table.calls(ReferenceQueue.class)
                .fresh(ReferenceQueue::new)
                .waiting("remove")
                .waiting("remove", 1_000_000L)
                .ready("poll");
        return table.tests();
    }

    private static Thread parked() {
        Thread thread = new Thread(() -> LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(5)));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @TestFactory
    @DisabledOnOs(OS.WINDOWS) // for want of the two commands
    Stream<DynamicTest> processes() throws Exception {
        Process live = new ProcessBuilder("sleep", "300").start();
        Process done = new ProcessBuilder("true").start();
        done.waitFor();
        table.calls(Process.class).on(done).ready("waitFor").ready("waitFor", LONG, HOURS);
        table.calls(Process.class).on(live).waiting("waitFor").waiting("waitFor", LONG, HOURS);
        return Stream.concat(
                table.tests(),
                Stream.of(DynamicTest.dynamicTest(
                        "the process is ended", () -> live.destroyForcibly().waitFor())));
    }

    @TestFactory
    Stream<DynamicTest> locks() throws Exception {
        lock(Lock.class, ReentrantLock::new);
        lock(ReentrantLock.class, ReentrantLock::new);
        lock(ReentrantReadWriteLock.WriteLock.class, () -> new ReentrantReadWriteLock().writeLock());
        table.calls(ReentrantReadWriteLock.ReadLock.class)
                .fresh(() -> new ReentrantReadWriteLock().readLock())
                .ready("lock")
                .ready("tryLock")
                .ready("lockInterruptibly")
                .ready("tryLock", LONG, HOURS);
        StampedLock written = new StampedLock();
        long stamp = written.writeLock();
        table.calls(StampedLock.class)
                .fresh(StampedLock::new)
                .ready("readLock")
                .ready("writeLock")
                .ready("tryReadLock")
                .ready("tryWriteLock")
                .ready("readLockInterruptibly")
                .ready("writeLockInterruptibly")
                .ready("tryReadLock", LONG, HOURS)
                .ready("tryWriteLock", LONG, HOURS)
                .fresh(() -> written)
                .waiting("readLockInterruptibly")
                .waiting("writeLockInterruptibly")
                .waiting("tryReadLock", LONG, HOURS)
                .waiting("tryWriteLock", LONG, HOURS)
                .released(() -> written.unlockWrite(stamp))
                .waiting("writeLock");
        ReentrantLock lock = new ReentrantLock();
        Condition condition = lock.newCondition();
        table.calls(Condition.class)
                .on(condition)
                .inside(lock)
                .waiting("await")
                .waiting("await", LONG, HOURS)
                .waiting("awaitNanos", Long.MAX_VALUE)
                .waiting("awaitUntil", new Date(Long.MAX_VALUE))
                .released(() -> {
                    lock.lock();
                    condition.signalAll();
                    lock.unlock();
                })
                .waiting("awaitUninterruptibly");
        Object blocker = new Object();
        table.calls(LockSupport.class)
                .waiting("park")
                .waiting("park", blocker)
                .waiting("parkNanos", Long.MAX_VALUE)
                .waiting("parkNanos", blocker, Long.MAX_VALUE)
                .waiting("parkUntil", Long.MAX_VALUE);
        return table.tests();
    }

    private void lock(Class<?> type, Callable<Lock> free) throws Exception {
        table.calls(type)
                .fresh(free)
                .ready("lock")
                .ready("tryLock")
                .ready("lockInterruptibly")
                .ready("tryLock", LONG, HOURS);
        Lock held = free.call();
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread owner = new Thread(() -> {
            held.lock();
            locked.countDown();
            try {
                enough.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                held.unlock();
            }
        });
        owner.setDaemon(true);
        owner.start();
        locked.await();
        table.calls(type)
                .fresh(() -> held)
                .ready("tryLock")
                .waiting("lockInterruptibly")
                .waiting("tryLock", LONG, HOURS)
                .released(enough::countDown)
                .waiting("lock");
    }

    @TestFactory
    Stream<DynamicTest> synchronizers() {
        table.calls(CountDownLatch.class)
                .fresh(() -> new CountDownLatch(0))
                .ready("await")
                .ready("await", LONG, HOURS)
                .ready("countDown")
                .fresh(() -> new CountDownLatch(1))
                .waiting("await")
                .waiting("await", LONG, HOURS);
        table.calls(CyclicBarrier.class)
                .fresh(() -> new CyclicBarrier(1))
                .ready("await")
                .ready("await", LONG, HOURS)
                .fresh(() -> new CyclicBarrier(2))
                .waiting("await")
                .waiting("await", LONG, HOURS);
        Semaphore empty = new Semaphore(0);
        table.calls(Semaphore.class)
                .fresh(() -> new Semaphore(9))
                .ready("acquire")
                .ready("acquire", 2)
                .ready("tryAcquire")
                .ready("tryAcquire", 2)
                .ready("tryAcquire", LONG, HOURS)
                .ready("tryAcquire", 2, LONG, HOURS)
                .ready("acquireUninterruptibly")
                .ready("acquireUninterruptibly", 2)
                .fresh(() -> empty)
                .ready("tryAcquire")
                .waiting("acquire")
                .waiting("acquire", 2)
                .waiting("tryAcquire", LONG, HOURS)
                .waiting("tryAcquire", 2, LONG, HOURS)
                .released(empty::release)
                .waiting("acquireUninterruptibly");
        Phaser phaser = new Phaser(1);
        table.calls(Phaser.class)
                .fresh(() -> new Phaser(1))
                .ready("arriveAndAwaitAdvance")
                .ready("awaitAdvance", 7)
                .ready("awaitAdvanceInterruptibly", 7)
                .ready("awaitAdvanceInterruptibly", 7, LONG, HOURS)
                .fresh(() -> phaser)
                .waiting("awaitAdvanceInterruptibly", 0)
                .waiting("awaitAdvanceInterruptibly", 0, LONG, HOURS)
                .released(phaser::arrive)
                .waiting("awaitAdvance", 0);
        table.calls(Exchanger.class)
                .fresh(Exchanger::new)
                .waiting("exchange", "x")
                .waiting("exchange", "x", LONG, HOURS)
                .fresh(() -> withPartner(new Exchanger<>()))
                .eitherWay("exchange", "x");
        return table.tests();
    }

    /** The exchanger, with another thread already waiting at it. */
    private static Exchanger<Object> withPartner(Exchanger<Object> exchanger) throws InterruptedException {
        Thread thread = new Thread(() -> {
            try {
                exchanger.exchange("y");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return exchanger;
    }
}
