package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.model.TypeModel.StatusWhenThrown;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Futures, stages and executors against their models. */
class FutureCallsTest {
    private static final TimeUnit HOURS = TimeUnit.HOURS;
    private static final long LONG = 10L;
    private static final Models MODELS = ModelFiles.shipped();
    private static final ReflectiveHierarchy HIERARCHY = new ReflectiveHierarchy();

    private final CallTable table = new CallTable();

    @TestFactory
    Stream<DynamicTest> futures() {
        FutureTask<String> done = new FutureTask<>(() -> "x");
        done.run();
        FutureTask<String> open = new FutureTask<>(() -> "x");
        for (Class<?> type : List.of(Future.class, FutureTask.class)) {
            table.calls(type).on(done).ready("get").ready("get", LONG, HOURS);
            table.calls(type).on(open).waiting("get").waiting("get", LONG, HOURS);
        }
        CompletableFuture<Object> pending = new CompletableFuture<>();
        table.calls(CompletableFuture.class)
                .on(CompletableFuture.completedFuture("x"))
                .ready("get")
                .ready("get", LONG, HOURS)
                .ready("join")
                .ready("getNow", "y");
        table.calls(CompletableFuture.class)
                .on(pending)
                .ready("getNow", "y")
                .waiting("get")
                .waiting("get", LONG, HOURS)
                .released(() -> pending.complete("x"))
                .waiting("join");
        ForkJoinTask<?> finished = ForkJoinTask.adapt(() -> {});
        finished.invoke();
        ForkJoinTask<?> unstarted = ForkJoinTask.adapt(() -> {});
        table.calls(ForkJoinTask.class)
                .on(finished)
                .ready("join")
                .ready("quietlyJoin")
                .eitherWay("get")
                .eitherWay("get", LONG, HOURS);
        table.calls(ForkJoinTask.class)
                .on(unstarted)
                .waiting("get")
                .waiting("get", LONG, HOURS)
                .released(() -> unstarted.quietlyInvoke())
                .waiting("join");
        return table.tests();
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
        table.calls(ExecutorService.class).fresh(() -> terminated(ended)).ready("awaitTermination", LONG, HOURS);
        table.calls(ExecutorService.class).on(idle).waiting("awaitTermination", LONG, HOURS);
        Collection<Callable<String>> tasks = List.of(() -> "x");
        table.calls(ExecutorService.class)
                .on(busy)
                .waiting("invokeAll", tasks)
                .waiting("invokeAll", tasks, LONG, HOURS)
                .waiting("invokeAny", tasks)
                .waiting("invokeAny", tasks, LONG, HOURS);
        Executor inline = Runnable::run;
        table.calls(CompletionService.class)
                .fresh(() -> new ExecutorCompletionService<String>(inline))
                .waiting("take")
                .waiting("poll", LONG, HOURS)
                .ready("poll");
        table.calls(ExecutorCompletionService.class)
                .fresh(() -> {
                    ExecutorCompletionService<String> service = new ExecutorCompletionService<>(inline);
                    service.submit(() -> "x");
                    return service;
                })
                .ready("take")
                .ready("poll", LONG, HOURS);
        if (Runtime.version().feature() >= 19) {
            table.calls(ExecutorService.class)
                    .fresh(Executors::newCachedThreadPool)
                    .ready("close");
        }
        ForkJoinPool pool = new ForkJoinPool(1);
        table.calls(ForkJoinPool.class).on(pool).ready("invoke", ForkJoinTask.adapt(() -> {}));
        table.calls(ForkJoinPool.class).on(pool).ready("awaitQuiescence", LONG, HOURS);
        table.calls(ForkJoinPool.class).on(pool).waiting("awaitTermination", LONG, HOURS);
        SubmissionPublisher<Object> publisher = new SubmissionPublisher<>();
        table.calls(SubmissionPublisher.class).on(publisher).ready("submit", "x");
        return table.tests();
    }

    private static ExecutorService terminated(ExecutorService service) throws InterruptedException {
        assertThat(service.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        return service;
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
                        FutureCallsTest.class.getClassLoader(), new Class<?>[] {parameter}, (proxy, called, given) -> {
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
                // The end may come first, and leave the status as it is.
                interrupted.set(Thread.currentThread().isInterrupted());
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
}
