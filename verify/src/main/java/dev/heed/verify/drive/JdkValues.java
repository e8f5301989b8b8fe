package dev.heed.verify.drive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values of the JDK's types. They are chosen so that what waits for them goes through: latches are open, futures done, queues filled.
 * The undisturbed run then comes to an end, and every wait on the way is a point.
 */
// Futures that nobody here looks at are what this class is for.
@SuppressWarnings("FutureReturnValueIgnored")
final class JdkValues {
    private static final int SOME = 3;
    private static final int BUFFER_BYTES = 64;
    private static final long KEEP_ALIVE_MILLIS = 30;
    private static final long BUSY_MILLIS = 100;
    private static final long MOMENT_MILLIS = 20;

    private JdkValues() {}

    /** Makes what other values hold. */
    interface Elements {
        /** Any string. */
        String text();

        /** How many elements arrays and lists have. */
        int size();

        /** The value for the n-th type argument. */
        @Nullable
        Object get(int argument) throws UnmakeableException;
    }

    /** A value of the type; null if it is none that is known here. */
    static @Nullable Object of(Class<?> type, Elements elements, int choice) throws UnmakeableException, IOException {
        Object value = concurrent(type, elements, choice);
        if (value == null) {
            value = collection(type, elements);
        }
        if (value == null) {
            value = JdkConnections.of(type);
        }
        return value == null ? plain(type, elements.text()) : value;
    }

    /** An atomic object that holds this number, or a container with so many elements or none; others as they are. */
    static @Nullable Object holding(@Nullable Object value, long number) {
        if (value instanceof AtomicBoolean flag) {
            flag.set(number != 0);
        } else if (value instanceof AtomicInteger counter) {
            counter.set((int) number);
        } else if (value instanceof AtomicLong counter) {
            counter.set(number);
        } else if (value instanceof Collection<?> elements && number == 0) {
            elements.clear();
        } else if (value instanceof Map<?, ?> elements && number == 0) {
            elements.clear();
        }
        return value;
    }

    /** A map like this one that has a value for any key if it has one at all; others as they are. */
    static @Nullable Object forAnyKey(@Nullable Object value, Class<?> type) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (type.isAssignableFrom(LinkedHashMap.class)) {
            return new AnyKey.Plain<>(map);
        }
        return type.isAssignableFrom(ConcurrentHashMap.class) ? new AnyKey.Concurrent<>(map) : value;
    }

    private static @Nullable Object concurrent(Class<?> type, Elements elements, int choice)
            throws UnmakeableException {
        if (type == CountDownLatch.class) {
            return new CountDownLatch(0);
        }
        if (type == CyclicBarrier.class) {
            return new CyclicBarrier(1);
        }
        if (type == Semaphore.class) {
            return new Semaphore(SOME);
        }
        if (type == Thread.class) {
            return thread(choice == Drive.BUSY);
        }
        if (type == ThreadFactory.class) {
            return (ThreadFactory) JdkValues::daemon;
        }
        if (type.isAssignableFrom(CompletableFuture.class) && type != Object.class) {
            return future(elements.get(0), choice == Drive.BUSY);
        }
        if (type == FutureTask.class) {
            Object result = elements.get(0);
            FutureTask<Object> task = new FutureTask<>(() -> result);
            task.run();
            return task;
        }
        if (type.isAssignableFrom(ScheduledThreadPoolExecutor.class) && type != Object.class) {
            return pool(choice == Drive.BUSY);
        }
        if (type.isAssignableFrom(ReentrantLock.class) && type != Object.class && type != java.io.Serializable.class) {
            return new ReentrantLock();
        }
        return type.isAssignableFrom(ReentrantReadWriteLock.class)
                        && type.getName().contains("Lock")
                ? new ReentrantReadWriteLock()
                : null;
    }

    /** Its threads go when they have nothing to do: nobody has to shut it down. */
    private static ThreadPoolExecutor pool(boolean isBusy) {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, JdkValues::daemon);
        pool.setKeepAliveTime(KEEP_ALIVE_MILLIS, TimeUnit.MILLISECONDS);
        pool.allowCoreThreadTimeOut(true);
        if (isBusy) {
            pool.execute(() -> park(BUSY_MILLIS));
        }
        return pool;
    }

    /** One that has not begun, or one that runs for a moment. */
    private static Thread thread(boolean isBusy) {
        Thread thread = daemon(() -> park(MOMENT_MILLIS));
        if (isBusy) {
            thread.start();
        }
        return thread;
    }

    /** Ends early only if it is interrupted: a worker may come with a permit that its queue has left it. */
    static void park(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = end - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
    }

    /** One that is done, or will be in a moment. */
    private static CompletableFuture<?> future(@Nullable Object result, boolean isBusy) {
        return isBusy
                ? new CompletableFuture<@Nullable Object>()
                        .completeOnTimeout(result, MOMENT_MILLIS, TimeUnit.MILLISECONDS)
                : CompletableFuture.completedFuture(result);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "driven");
        thread.setDaemon(true);
        return thread;
    }

    private static @Nullable Object collection(Class<?> type, Elements elements) throws UnmakeableException {
        Collection<Object> queue = null;
        if (type == ArrayBlockingQueue.class) {
            queue = new ArrayBlockingQueue<>(2 * SOME);
        } else if (type.isAssignableFrom(LinkedBlockingQueue.class)
                && type.getName().endsWith("Queue")) {
            // Unlike a deque's, its put looks at the interrupt status although there is room.
            queue = new LinkedBlockingQueue<>();
        } else if (type == PriorityBlockingQueue.class) {
            queue = new PriorityBlockingQueue<>();
        } else if (type.isAssignableFrom(LinkedTransferQueue.class)
                && type.getName().contains("Transfer")) {
            queue = new LinkedTransferQueue<>();
        } else if (type.isAssignableFrom(LinkedBlockingDeque.class)
                && type.getName().contains("que")) {
            queue = new LinkedBlockingDeque<>();
        } else if (type == ArrayDeque.class) {
            queue = new ArrayDeque<>();
        }
        if (queue != null) {
            for (int i = 0; i < SOME; i++) {
                Object element = elements.get(0);
                if (element != null) {
                    queue.add(element);
                }
            }
            return queue;
        }
        if (type == List.class || type == ArrayList.class || type == Collection.class || type == Iterable.class) {
            return list(elements);
        }
        if (type == java.util.Set.class || type == HashSet.class) {
            HashSet<Object> set = new HashSet<>();
            set.add(elements.get(0));
            return set;
        }
        if (type.isAssignableFrom(HashMap.class) && Map.class.isAssignableFrom(type)) {
            Map<Object, Object> map = new HashMap<>();
            map.put(elements.get(0), elements.get(1));
            return map;
        }
        if (type.isAssignableFrom(ConcurrentHashMap.class) && Map.class.isAssignableFrom(type)) {
            Map<Object, Object> map = new ConcurrentHashMap<>();
            Object key = elements.get(0);
            Object value = elements.get(1);
            if (key != null && value != null) {
                map.put(key, value);
            }
            return map;
        }
        if (type == java.util.Iterator.class) {
            return list(elements).iterator();
        }
        if (type == CopyOnWriteArrayList.class) {
            return new CopyOnWriteArrayList<>(list(elements));
        }
        if (type == Optional.class) {
            return Optional.ofNullable(elements.get(0));
        }
        return isOfJdk(type) ? filled(type, elements) : null;
    }

    private static boolean isOfJdk(Class<?> type) {
        boolean isContainer = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        return isContainer && type.getPackageName().startsWith("java.util");
    }

    /** One of the others of java.util, with an element in it if that can be: one that is sorted takes what it can compare. */
    private static @Nullable Object filled(Class<?> type, Elements elements) throws UnmakeableException {
        Object container;
        if (type.isAssignableFrom(ConcurrentSkipListMap.class)) {
            container = new ConcurrentSkipListMap<>();
        } else if (type.isAssignableFrom(ConcurrentSkipListSet.class)) {
            container = new ConcurrentSkipListSet<>();
        } else {
            try {
                container = type.getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                return null;
            }
        }
        Object first = elements.get(0);
        try {
            if (container instanceof Map<?, ?>) {
                @SuppressWarnings("unchecked")
                Map<Object, Object> map = (Map<Object, Object>) container;
                Object value = elements.get(1);
                if (first != null && value != null) {
                    map.put(first, value);
                }
            } else if (first != null) {
                @SuppressWarnings("unchecked")
                Collection<Object> collection = (Collection<Object>) container;
                collection.add(first);
            }
        } catch (ClassCastException | IllegalStateException e) {
            // It stays empty.
            return container;
        }
        return container;
    }

    private static List<@Nullable Object> list(Elements elements) throws UnmakeableException {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Object element = elements.get(0);
            if (element != null) {
                list.add(element);
            }
        }
        return list;
    }

    private static @Nullable Object plain(Class<?> type, String text) throws IOException {
        if (type == String.class || type == CharSequence.class || type == Object.class || type == Comparable.class) {
            return text;
        }
        if (type == Class.class) {
            return Object.class;
        }
        if (type == Duration.class) {
            return Duration.ofMillis(1);
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == Clock.class) {
            return Clock.systemUTC();
        }
        if (type == TimeUnit.class) {
            return TimeUnit.MILLISECONDS;
        }
        if (type == Locale.class) {
            return Locale.ROOT;
        }
        if (type == Random.class) {
            return new Random(1);
        }
        if (type == Path.class || type == File.class) {
            Path file = Files.createTempFile("heed", ".tmp");
            file.toFile().deleteOnExit();
            Files.writeString(file, "x\n");
            return type == Path.class ? file : file.toFile();
        }
        if (type == InputStream.class) {
            return new ByteArrayInputStream("x\n".getBytes(StandardCharsets.UTF_8));
        }
        if (type == OutputStream.class) {
            return new ByteArrayOutputStream();
        }
        if (type == PrintStream.class) {
            return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        }
        if (type == Reader.class) {
            return new StringReader("x\n");
        }
        if (type == Writer.class) {
            return new StringWriter();
        }
        if (type == ByteBuffer.class) {
            return ByteBuffer.allocate(BUFFER_BYTES);
        }
        if (type == Charset.class) {
            return StandardCharsets.UTF_8;
        }
        if (type == Pattern.class) {
            return Pattern.compile("x");
        }
        if (type == Process.class) {
            return new ProcessBuilder("true").start();
        }
        if (type == ProcessBuilder.class) {
            return new ProcessBuilder("true");
        }
        return type.isAssignableFrom(IOException.class) && Throwable.class.isAssignableFrom(type)
                ? new IOException("x")
                : null;
    }
}
