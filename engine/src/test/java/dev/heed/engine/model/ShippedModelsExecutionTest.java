package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.model.MethodModel.OnInterrupt;
import dev.heed.engine.model.TypeModel.StatusWhenThrown;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls the platform's methods with the interrupt status set, and compares what happens with what the shipped models
 * say: whether the call throws, what it throws, and what the status is afterwards.
 */
class ShippedModelsExecutionTest {
    private static final Models MODELS = ModelFiles.shipped();
    private static final ReflectiveHierarchy HIERARCHY = new ReflectiveHierarchy();
    private static final TimeUnit HOURS = TimeUnit.HOURS;
    private static final long LONG = 10L;

    private final List<DynamicTest> tests = new ArrayList<>();

    /** How a call stands when it is made. */
    private enum Stand {
        /** It need not wait. */
        READY,
        /** It need not wait; whether it throws all the same depends on the release of the platform. */
        READY_EITHER_WAY,
        /** It has to wait. */
        WAITING
    }

    @TestFactory
    Stream<DynamicTest> threads() throws Exception {
        calls(Thread.class).ready("sleep", 0L).waiting("sleep", 1_000_000L).ready("sleep", 0L, 1);
        Thread dead = new Thread(() -> {});
        dead.start();
        dead.join();
        Thread live = parked();
        calls(Thread.class).on(dead).ready("join").ready("join", 100L);
        calls(Thread.class).on(live).waiting("join").waiting("join", 1_000_000L);
        calls(Thread.class).ready("yield").ready("onSpinWait");
        calls(TimeUnit.class).on(HOURS).waiting("sleep", LONG).waiting("timedJoin", live, LONG);
        calls(TimeUnit.class).on(HOURS).ready("timedJoin", dead, LONG);
        Object monitor = new Object();
        calls(Object.class).on(monitor).inside(monitor).waiting("wait").waiting("wait", 1_000_000L);
        calls(Object.class).on(monitor).inside(monitor).waiting("wait", 1_000_000L, 1);
        calls(TimeUnit.class).on(HOURS).inside(monitor).waiting("timedWait", monitor, LONG);
        return tests.stream();
    }

    private static Thread parked() {
        Thread thread = new Thread(() -> LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(5)));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @TestFactory
    Stream<DynamicTest> processes() throws Exception {
        Process live = new ProcessBuilder("sleep", "300").start();
        Process done = new ProcessBuilder("true").start();
        done.waitFor();
        live.onExit().thenRun(() -> {});
        calls(Process.class).on(done).ready("waitFor").ready("waitFor", LONG, HOURS);
        calls(Process.class).on(live).waiting("waitFor").waiting("waitFor", LONG, HOURS);
        return Stream.concat(
                tests.stream(),
                Stream.of(DynamicTest.dynamicTest(
                        "the process is ended", () -> live.destroyForcibly().waitFor())));
    }

    @TestFactory
    Stream<DynamicTest> queues() {
        queue(() -> new ArrayBlockingQueue<>(1), true);
        queue(() -> new LinkedBlockingQueue<>(1), true);
        queue(() -> new LinkedBlockingDeque<>(1), true);
        queue(PriorityBlockingQueue::new, false);
        queue(LinkedTransferQueue::new, false);
        for (String end : List.of("First", "Last")) {
            calls(LinkedBlockingDeque.class)
                    .fresh(() -> new LinkedBlockingDeque<>(1))
                    .ready("put" + end, "x")
                    .ready("offer" + end, "x", LONG, HOURS)
                    .waiting("take" + end)
                    .waiting("poll" + end, LONG, HOURS)
                    .fresh(() -> new LinkedBlockingDeque<>(new LinkedBlockingDeque<>(List.of("x"))))
                    .ready("take" + end)
                    .ready("poll" + end, LONG, HOURS);
        }
        calls(DelayQueue.class)
                .fresh(DelayQueue::new)
                .ready("put", expired())
                .ready("offer", expired(), LONG, HOURS)
                .waiting("take")
                .waiting("poll", LONG, HOURS)
                .fresh(() -> new DelayQueue<>(List.of(expired())))
                .ready("take")
                .ready("poll", LONG, HOURS);
        calls(SynchronousQueue.class)
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
        calls(LinkedTransferQueue.class)
                .fresh(LinkedTransferQueue::new)
                .waiting("transfer", "x")
                .waiting("tryTransfer", "x", LONG, HOURS)
                .ready("tryTransfer", "x")
                .fresh(() -> withPartner(new LinkedTransferQueue<>(), q -> q.take()))
                .eitherWay("transfer", "x");
        return tests.stream();
    }

    /** The methods of every blocking queue. */
    private void queue(Callable<BlockingQueue<Object>> empty, boolean bounded) {
        Calls calls = calls(fresh(empty).getClass());
        calls.fresh(empty).ready("put", "x").ready("offer", "x", LONG, HOURS).ready("offer", "x");
        calls.fresh(empty).waiting("take").waiting("poll", LONG, HOURS).ready("drainTo", new ArrayList<>());
        Callable<BlockingQueue<Object>> full = () -> {
            BlockingQueue<Object> queue = empty.call();
            queue.add("x");
            return queue;
        };
        calls.fresh(full).ready("poll", LONG, HOURS).ready("poll");
        if (fresh(empty) instanceof TransferQueue) {
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

    @TestFactory
    Stream<DynamicTest> locks() throws Exception {
        lock(Lock.class, ReentrantLock::new);
        lock(ReentrantLock.class, ReentrantLock::new);
        lock(ReentrantReadWriteLock.WriteLock.class, () -> new ReentrantReadWriteLock().writeLock());
        calls(ReentrantReadWriteLock.ReadLock.class)
                .fresh(() -> new ReentrantReadWriteLock().readLock())
                .ready("lock")
                .ready("tryLock")
                .ready("lockInterruptibly")
                .ready("tryLock", LONG, HOURS);
        StampedLock written = new StampedLock();
        long stamp = written.writeLock();
        calls(StampedLock.class)
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
        calls(Condition.class)
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
        calls(LockSupport.class)
                .waiting("park")
                .waiting("park", blocker)
                .waiting("parkNanos", Long.MAX_VALUE)
                .waiting("parkNanos", blocker, Long.MAX_VALUE)
                .waiting("parkUntil", Long.MAX_VALUE);
        return tests.stream();
    }

    private void lock(Class<?> type, Callable<Lock> free) throws Exception {
        calls(type)
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
        calls(type)
                .fresh(() -> held)
                .ready("tryLock")
                .waiting("lockInterruptibly")
                .waiting("tryLock", LONG, HOURS)
                .released(enough::countDown)
                .waiting("lock");
    }

    @TestFactory
    Stream<DynamicTest> synchronizers() {
        calls(CountDownLatch.class)
                .fresh(() -> new CountDownLatch(0))
                .ready("await")
                .ready("await", LONG, HOURS)
                .ready("countDown")
                .fresh(() -> new CountDownLatch(1))
                .waiting("await")
                .waiting("await", LONG, HOURS);
        calls(CyclicBarrier.class)
                .fresh(() -> new CyclicBarrier(1))
                .ready("await")
                .ready("await", LONG, HOURS)
                .fresh(() -> new CyclicBarrier(2))
                .waiting("await")
                .waiting("await", LONG, HOURS);
        Semaphore empty = new Semaphore(0);
        calls(Semaphore.class)
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
        calls(Phaser.class)
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
        calls(Exchanger.class).fresh(Exchanger::new).waiting("exchange", "x").waiting("exchange", "x", LONG, HOURS);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> futures() {
        FutureTask<String> done = new FutureTask<>(() -> "x");
        done.run();
        FutureTask<String> open = new FutureTask<>(() -> "x");
        for (Class<?> type : List.of(Future.class, FutureTask.class)) {
            calls(type).on(done).ready("get").ready("get", LONG, HOURS);
            calls(type).on(open).waiting("get").waiting("get", LONG, HOURS);
        }
        CompletableFuture<Object> pending = new CompletableFuture<>();
        calls(CompletableFuture.class)
                .on(CompletableFuture.completedFuture("x"))
                .ready("get")
                .ready("get", LONG, HOURS)
                .ready("join")
                .ready("getNow", "y");
        calls(CompletableFuture.class)
                .on(pending)
                .ready("getNow", "y")
                .waiting("get")
                .waiting("get", LONG, HOURS)
                .released(() -> pending.complete("x"))
                .waiting("join");
        ForkJoinTask<?> finished = ForkJoinTask.adapt(() -> {});
        finished.invoke();
        ForkJoinTask<?> unstarted = ForkJoinTask.adapt(() -> {});
        calls(ForkJoinTask.class)
                .on(finished)
                .ready("join")
                .ready("quietlyJoin")
                .eitherWay("get")
                .eitherWay("get", LONG, HOURS);
        calls(ForkJoinTask.class)
                .on(unstarted)
                .waiting("get")
                .waiting("get", LONG, HOURS)
                .released(() -> unstarted.quietlyInvoke())
                .waiting("join");
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> executors() {
        ExecutorService ended = Executors.newCachedThreadPool();
        ended.shutdownNow();
        ExecutorService idle = Executors.newCachedThreadPool();
        ExecutorService busy = Executors.newSingleThreadExecutor(runnable -> {
            Thread thread = new Thread(runnable);
            thread.setDaemon(true);
            return thread;
        });
        busy.execute(LockSupport::park);
        calls(ExecutorService.class).fresh(() -> terminated(ended)).ready("awaitTermination", LONG, HOURS);
        calls(ExecutorService.class).on(idle).waiting("awaitTermination", LONG, HOURS);
        Collection<Callable<String>> tasks = List.of(() -> "x");
        calls(ExecutorService.class)
                .on(busy)
                .waiting("invokeAll", tasks)
                .waiting("invokeAll", tasks, LONG, HOURS)
                .waiting("invokeAny", tasks)
                .waiting("invokeAny", tasks, LONG, HOURS);
        Executor inline = Runnable::run;
        calls(CompletionService.class)
                .fresh(() -> new ExecutorCompletionService<String>(inline))
                .waiting("take")
                .waiting("poll", LONG, HOURS)
                .ready("poll");
        calls(ExecutorCompletionService.class)
                .fresh(() -> {
                    ExecutorCompletionService<String> service = new ExecutorCompletionService<>(inline);
                    service.submit(() -> "x");
                    return service;
                })
                .ready("take")
                .ready("poll", LONG, HOURS);
        ForkJoinPool pool = new ForkJoinPool(1);
        calls(ForkJoinPool.class).on(pool).ready("invoke", ForkJoinTask.adapt(() -> {}));
        calls(ForkJoinPool.class).on(pool).ready("awaitQuiescence", LONG, HOURS);
        calls(ForkJoinPool.class).on(pool).waiting("awaitTermination", LONG, HOURS);
        SubmissionPublisher<Object> publisher = new SubmissionPublisher<>();
        calls(SubmissionPublisher.class).on(publisher).ready("submit", "x");
        return tests.stream();
    }

    private static ExecutorService terminated(ExecutorService service) throws InterruptedException {
        assertThat(service.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        return service;
    }

    @TestFactory
    Stream<DynamicTest> files(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "some text");
        Callable<FileChannel> channel = () -> FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        calls(FileChannel.class)
                .fresh(channel)
                .ready("read", ByteBuffer.allocate(4))
                .ready("read", ByteBuffer.allocate(4), 0L)
                .ready("write", ByteBuffer.allocate(4))
                .ready("size")
                .ready("position")
                .ready("position", 0L)
                .ready("truncate", 100L)
                .ready("force", true)
                .ready("lock")
                .ready("tryLock");
        // The channels behind these are told not to react.
        calls(InputStream.class).fresh(() -> Files.newInputStream(file)).ignoring("read");
        WatchService watch = FileSystems.getDefault().newWatchService();
        calls(WatchService.class)
                .on(watch)
                .waiting("take")
                .waiting("poll", LONG, HOURS)
                .ready("poll");
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> pipes() throws Exception {
        calls(PipedInputStream.class)
                .fresh(() -> {
                    PipedInputStream in = new PipedInputStream();
                    new PipedOutputStream(in);
                    return in;
                })
                .waiting("read");
        calls(Pipe.SourceChannel.class).fresh(() -> Pipe.open().source()).waiting("read", ByteBuffer.allocate(4));
        calls(Selector.class)
                .fresh(Selector::open)
                .waiting("select")
                .waiting("select", 1_000_000L)
                .ready("selectNow");
        Consumer<Object> nothing = key -> {};
        calls(Selector.class).fresh(Selector::open).waiting("select", nothing);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> network() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        ServerSocket server = new ServerSocket(0, 5, here);
        calls(Socket.class).fresh(Socket::new).ready("connect", server.getLocalSocketAddress());
        calls(ServerSocket.class).on(server).released(() -> connect(server)).blockedInSystem("accept");
        DatagramSocket datagrams = new DatagramSocket(0, here);
        calls(DatagramSocket.class)
                .on(datagrams)
                .released(() -> sendTo(datagrams))
                .blockedInSystem("receive", new DatagramPacket(new byte[4], 4));
        InetSocketAddress any = new InetSocketAddress(here, 0);
        calls(ServerSocketChannel.class)
                .fresh(() -> ServerSocketChannel.open().bind(any))
                .waiting("accept");
        calls(SocketChannel.class)
                .fresh(() -> SocketChannel.open(server.getLocalSocketAddress()))
                .waiting("read", ByteBuffer.allocate(4));
        calls(DatagramChannel.class)
                .fresh(() -> DatagramChannel.open().bind(any))
                .waiting("receive", ByteBuffer.allocate(4));
        calls(SocketChannel.class)
                .fresh(() -> {
                    SocketChannel channel = SocketChannel.open(server.getLocalSocketAddress());
                    channel.configureBlocking(false);
                    return channel;
                })
                .ready("read", ByteBuffer.allocate(4));
        return tests.stream();
    }

    private static void connect(ServerSocket server) {
        try (Socket socket = new Socket()) {
            socket.connect(server.getLocalSocketAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sendTo(DatagramSocket receiver) {
        try (DatagramSocket sender = new DatagramSocket()) {
            sender.send(new DatagramPacket(new byte[4], 4, receiver.getLocalSocketAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> cancelledWorkIsAnOutcome() {
        CompletableFuture<Object> future = new CompletableFuture<>();
        future.cancel(true);
        FutureTask<Object> task = new FutureTask<>(() -> "x");
        task.cancel(true);
        ForkJoinTask<?> forked = ForkJoinTask.adapt(() -> {});
        forked.cancel(true);
        return Stream.of(
                outcome(Future.class, task, "get"),
                outcome(Future.class, task, "get", LONG, HOURS),
                outcome(CompletableFuture.class, future, "get"),
                outcome(CompletableFuture.class, future, "get", LONG, HOURS),
                outcome(CompletableFuture.class, future, "join"),
                outcome(CompletableFuture.class, future, "getNow", "x"),
                outcome(ForkJoinTask.class, forked, "get"),
                outcome(ForkJoinTask.class, forked, "join"),
                outcome(ForkJoinTask.class, forked, "invoke"));
    }

    private static DynamicTest outcome(Class<?> type, Object target, String name, Object... arguments) {
        Method method = InterruptedCalls.method(type, name, List.of(arguments));
        return DynamicTest.dynamicTest(type.getSimpleName() + "." + name, () -> {
            MethodModel model =
                    MODELS.method(InterruptedCalls.callee(type, method), method.getParameterCount(), HIERARCHY);
            assertThat(model.delivers()).containsExactly("java.util.concurrent.CancellationException");
            assertThatThrownBy(InterruptedCalls.callOf(method, target, List.of(arguments))::call)
                    .isInstanceOf(CancellationException.class);
            assertThat(MODELS.type("java.util.concurrent.CancellationException", HIERARCHY))
                    .isEqualTo(new TypeModel(
                            "java.util.concurrent.CancellationException",
                            Signal.OUTCOME,
                            StatusWhenThrown.UNKNOWN,
                            false,
                            false));
        });
    }

    /** Hooks of a stage: which run when it is cancelled. */
    @TestFactory
    Stream<DynamicTest> hooksOfACancelledStage() {
        return Stream.of(CompletableFuture.class.getMethods())
                .filter(method -> method.getName().matches("(then|run|accept|apply|handle|when|exceptionally).*"))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> {
                    MethodModel model = MODELS.method(
                            InterruptedCalls.callee(CompletableFuture.class, method),
                            method.getParameterCount(),
                            HIERARCHY);
                    assertThat(model.runsOnCancel()).isEqualTo(runsWhenCancelled(method));
                    assertThat(model.spawns()).isNotNull();
                    Class<?> work = method.getParameterTypes()[model.spawns().argument()];
                    assertThat(work.isAnnotationPresent(FunctionalInterface.class))
                            .isTrue();
                }));
    }

    private static boolean runsWhenCancelled(Method method) throws ReflectiveOperationException {
        AtomicBoolean ran = new AtomicBoolean();
        CompletableFuture<Object> stage = new CompletableFuture<>();
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> parameter = method.getParameterTypes()[i];
            if (parameter == Executor.class) {
                arguments[i] = (Executor) Runnable::run;
            } else if (parameter == CompletionStage.class) {
                arguments[i] = stage;
            } else {
                arguments[i] = Proxy.newProxyInstance(
                        ShippedModelsExecutionTest.class.getClassLoader(),
                        new Class<?>[] {parameter},
                        (proxy, called, given) -> {
                            ran.set(true);
                            return method.getName().contains("ompose") ? stage : null;
                        });
            }
        }
        CompletableFuture<?> next = (CompletableFuture<?>) method.invoke(stage, arguments);
        stage.cancel(true);
        assertThatThrownBy(() -> {
                    next.get(1, TimeUnit.MINUTES);
                    throw new CancellationException("a hook that ran may return normally");
                })
                .isInstanceOfAny(ExecutionException.class, CancellationException.class);
        return ran.get();
    }

    @TestFactory
    Stream<DynamicTest> cancelReachesTheWork() {
        return Stream.of(
                DynamicTest.dynamicTest(
                        "FutureTask.cancel interrupts",
                        () -> assertThat(isInterruptedBy(Future.class, (pool, work) -> pool.submit(work)))
                                .isTrue()),
                DynamicTest.dynamicTest(
                        "CompletableFuture.cancel does not",
                        () -> assertThat(isInterruptedBy(
                                        CompletableFuture.class,
                                        (pool, work) -> CompletableFuture.runAsync(work, pool)))
                                .isFalse()));
    }

    /** Whether {@code cancel(true)} interrupts the work; the model must say the same. */
    private static boolean isInterruptedBy(Class<?> type, BiFunction<ExecutorService, Runnable, Future<?>> submit)
            throws InterruptedException {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Future<?> future = submit.apply(pool, () -> {
            started.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        started.await();
        future.cancel(true);
        end.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        Method cancel = InterruptedCalls.method(type, "cancel", List.of(true));
        MethodModel model = MODELS.method(InterruptedCalls.callee(type, cancel), 1, HIERARCHY);
        assertThat(model.cancel()).isEqualTo(new MethodModel.CancelEffect(Place.RECEIVER, interrupted.get()));
        return interrupted.get();
    }

    private Calls calls(Class<?> type) {
        return new Calls(type);
    }

    private static <T> T fresh(Callable<T> maker) {
        try {
            return maker.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Calls of methods of one type, each a test. */
    private final class Calls {
        private final Class<?> type;
        private @Nullable Callable<?> receiver;
        private @Nullable Object monitor;
        private @Nullable Runnable release;

        Calls(Class<?> type) {
            this.type = type;
        }

        Calls on(Object target) {
            return fresh(() -> target);
        }

        Calls fresh(Callable<?> maker) {
            receiver = maker;
            return this;
        }

        /** Holds a monitor or lock around the call. */
        Calls inside(Object guard) {
            monitor = guard;
            return this;
        }

        /** The next calls wait through the interrupt; this ends the wait. */
        Calls released(Runnable action) {
            release = action;
            return this;
        }

        Calls ready(String name, Object... arguments) {
            return add(name, Stand.READY, null, false, arguments);
        }

        Calls eitherWay(String name, Object... arguments) {
            return add(name, Stand.READY_EITHER_WAY, null, false, arguments);
        }

        Calls waiting(String name, Object... arguments) {
            return add(name, Stand.WAITING, release, true, arguments);
        }

        /** Waits through the interrupt in a system call, which does not show in the thread's state. */
        Calls blockedInSystem(String name, Object... arguments) {
            return add(name, Stand.READY, release, false, arguments);
        }

        /** A call that no model speaks of, and that does not react. */
        Calls ignoring(String name, Object... arguments) {
            return add(name, Stand.READY, null, false, arguments);
        }

        private Calls add(String name, Stand stand, @Nullable Runnable ender, boolean mustWait, Object... arguments) {
            List<Object> given = List.of(arguments);
            Method method = InterruptedCalls.method(type, name, given);
            Callable<?> maker = receiver;
            Object guard = monitor;
            String title = type.getSimpleName() + "." + name
                    + given.stream().map(a -> a.getClass().getSimpleName()).toList() + " " + stand;
            tests.add(DynamicTest.dynamicTest(title, () -> {
                Object target = maker == null ? null : maker.call();
                Callable<?> call = guarded(InterruptedCalls.callOf(method, target, given), guard);
                InterruptedCalls.Outcome outcome;
                if (ender == null) {
                    outcome = InterruptedCalls.run(call, null);
                } else if (mustWait) {
                    outcome = InterruptedCalls.run(call, ender);
                } else {
                    Thread helper = new Thread(ender);
                    helper.start();
                    outcome = InterruptedCalls.run(call, null);
                    helper.join();
                }
                check(method, stand, ender != null && mustWait, outcome);
            }));
            return this;
        }

        private Callable<?> guarded(Callable<?> call, @Nullable Object guard) {
            if (guard == null) {
                return call;
            }
            return () -> {
                if (guard instanceof Lock lock) {
                    lock.lock();
                    try {
                        return call.call();
                    } finally {
                        lock.unlock();
                    }
                }
                synchronized (guard) {
                    return call.call();
                }
            };
        }

        private void check(Method method, Stand stand, boolean waitedOut, InterruptedCalls.Outcome outcome) {
            MethodModel model =
                    MODELS.method(InterruptedCalls.callee(type, method), method.getParameterCount(), HIERARCHY);
            OnInterrupt reaction = model.onInterrupt();
            if (stand == Stand.READY_EITHER_WAY) {
                assertThat(reaction).as("the weaker claim").isEqualTo(OnInterrupt.THROWS_IF_WAITING);
            }
            boolean shouldThrow = reaction == OnInterrupt.THROWS
                    || (stand == Stand.READY_EITHER_WAY && outcome.thrown() != null)
                    || (reaction == OnInterrupt.THROWS_IF_WAITING && stand == Stand.WAITING);
            if (shouldThrow) {
                assertThat(outcome.thrown())
                        .as("%s, so %s throws", reaction, method)
                        .isNotNull();
                String thrown = outcome.thrown().getClass().getName();
                List<String> promised = new ArrayList<>(model.delivers());
                for (Class<?> declared : method.getExceptionTypes()) {
                    promised.add(declared.getName());
                }
                assertThat(promised).as("what %s may throw", method).contains(thrown);
                TypeModel signal = MODELS.type(thrown, HIERARCHY);
                assertThat(signal).as("%s is a signal", thrown).isNotNull();
                assertThat(signal.signal()).isEqualTo(Signal.INTERRUPT);
                assertThat(signal.statusWhenThrown())
                        .as("the status after %s", thrown)
                        .isEqualTo(outcome.statusAfter() ? StatusWhenThrown.SET : StatusWhenThrown.CLEAR);
            } else {
                assertThat(outcome.thrown())
                        .as("%s, so %s comes back", reaction, method)
                        .isNull();
                assertThat(outcome.statusAfter())
                        .as("the status after %s", method)
                        .isTrue();
                assertThat(outcome.waited()).as("%s waits on", method).isEqualTo(waitedOut);
                if (stand == Stand.WAITING) {
                    assertThat(reaction).isEqualTo(waitedOut ? OnInterrupt.IGNORES : OnInterrupt.RETURNS);
                }
            }
            if (stand == Stand.WAITING) {
                assertThat(model.blocks()).as("%s may wait", method).isEqualTo(MethodModel.Blocks.YES);
            }
        }
    }
}
