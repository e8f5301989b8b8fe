package dev.heed.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheStoreTest {

    @TempDir
    Path temp;

    private static String name(int number) {
        return String.format("%032x-%032x.scan", number, number);
    }

    private static void put(CacheStore store, int number, int bytes) throws IOException {
        try (CacheStore.Draft draft = store.begin()) {
            draft.out().write(new byte[bytes]);
            draft.keep(name(number));
        }
    }

    private static boolean has(CacheStore store, int number) throws Exception {
        return store.read(name(number), in -> "there") != null;
    }

    private void age(int number, Duration by) throws IOException {
        Files.setLastModifiedTime(
                temp.resolve(name(number)), FileTime.from(Instant.now().minus(by)));
    }

    private long files() throws IOException {
        try (var files = Files.list(temp)) {
            return files.count();
        }
    }

    @Test
    void readsWhatWasWritten() throws Exception {
        CacheStore store = new CacheStore(temp.resolve("a/b"));
        assertThat(store.hasEntry("0")).isFalse();
        assertThat(store.info()).isEqualTo(new CacheStore.Info(0, 0, 0, 0, CacheStore.DEFAULT_LIMIT, null));
        assertThat(store.clear()).isEqualTo(new CacheStore.Cleared(0, 0));
        try (CacheStore.Draft draft = store.begin()) {
            draft.out().writeInt(7);
            draft.keep(name(1));
        }
        assertThat(store.hasEntry("0000")).isTrue();
        assertThat(store.hasEntry("1")).isFalse();
        assertThat(store.<Integer>read(name(1), in -> in.readInt())).isEqualTo(7);
        assertThat(store.<Integer>read(name(2), in -> in.readInt())).isNull();
        assertThat(store.info().scans()).isEqualTo(1);
        assertThat(store.clear()).isEqualTo(new CacheStore.Cleared(1, 20));
    }

    @Test
    void whatIsNotKeptLeavesNothing() throws IOException {
        CacheStore store = new CacheStore(temp);
        try (CacheStore.Draft draft = store.begin()) {
            draft.out().writeInt(7);
            assertThat(files()).isEqualTo(1);
        }
        assertThat(files()).isZero();
    }

    @Test
    void everyDamageIsAMissAndDeletesTheFile() throws Exception {
        CacheStore store = new CacheStore(temp);
        put(store, 1, 100);
        byte[] whole = Files.readAllBytes(temp.resolve(name(1)));
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 4;
            Files.write(temp.resolve(name(1)), damaged);
            assertThat(has(store, 1)).as("byte " + i).isFalse();
            assertThat(temp.resolve(name(1))).doesNotExist();
            Files.write(temp.resolve(name(1)), java.util.Arrays.copyOf(whole, i));
            assertThat(has(store, 1)).as("length " + i).isFalse();
            assertThat(temp.resolve(name(1))).doesNotExist();
        }
        Files.write(temp.resolve(name(1)), whole);
        assertThat(has(store, 1)).isTrue();
    }

    @Test
    void anOlderFormIsAMiss() throws Exception {
        CacheStore store = new CacheStore(temp);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        java.nio.ByteBuffer old = java.nio.ByteBuffer.allocate(20);
        old.putInt(0x48454544).putInt(StoredForm.VERSION - 1).putInt(7);
        sum.update(old.array(), 0, 12);
        old.putLong(sum.getValue());
        Files.write(temp.resolve(name(1)), old.array());
        assertThat(has(store, 1)).isFalse();
        assertThat(temp.resolve(name(1))).doesNotExist();
    }

    @Test
    void whatWasUsedLongestAgoGivesWay() throws Exception {
        CacheStore store = new CacheStore(temp, 3500);
        for (int i = 1; i <= 3; i++) {
            put(store, i, 1000);
            age(i, Duration.ofHours(10 - i));
        }
        assertThat(has(store, 1)).isTrue(); // now it is the one that was used last
        put(store, 4, 1000);
        assertThat(has(store, 1)).isTrue();
        assertThat(has(store, 2)).isFalse();
        assertThat(has(store, 3)).isTrue();
        assertThat(has(store, 4)).isTrue();
        assertThat(store.info().bytes()).isLessThanOrEqualTo(3500);
        // One that fits in no way does not stay either.
        put(store, 5, 5000);
        assertThat(store.info().bytes()).isLessThanOrEqualTo(3500);
    }

    @Test
    void whatADeadWriterLeftIsTakenAwayWhenItIsOld() throws IOException {
        CacheStore store = new CacheStore(temp);
        Path old = Files.write(temp.resolve(UUID.randomUUID() + ".tmp"), new byte[10]);
        Path young = Files.write(temp.resolve(UUID.randomUUID() + ".tmp"), new byte[10]);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        put(store, 1, 10);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(store.clear().files()).isEqualTo(2);
        assertThat(young).doesNotExist();
    }

    @Test
    void leavesAloneWhatIsNotItsOwn() throws IOException {
        Path foreign = Files.writeString(temp.resolve("notes.scan"), "mine");
        Path other = Files.writeString(temp.resolve("classes-17.jsa"), "a class archive");
        CacheStore store = new CacheStore(temp, 100);
        put(store, 1, 1000);
        store.clear();
        assertThat(foreign).hasContent("mine");
        assertThat(other).exists();
        assertThatThrownBy(() -> {
                    try (CacheStore.Draft draft = store.begin()) {
                        draft.keep("../x");
                    }
                })
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severalMayWriteAndReadAndCleanAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int thread = t;
                running.add(threads.submit(() -> {
                    CacheStore store = new CacheStore(temp, 20_000);
                    int hits = 0;
                    for (int i = 0; i < 100; i++) {
                        int number = i % 10;
                        try (CacheStore.Draft draft = store.begin()) {
                            for (int k = 0; k < 500; k++) {
                                draft.out().writeInt(number);
                            }
                            draft.keep(name(number));
                        } catch (java.nio.file.NoSuchFileException e) {
                            continue; // cleaned under its hands
                        }
                        Integer read = store.read(name((i + thread) % 10), in -> {
                            int first = in.readInt();
                            for (int k = 1; k < 500; k++) {
                                assertThat(in.readInt()).isEqualTo(first);
                            }
                            return first;
                        });
                        if (read != null) {
                            assertThat(read).isEqualTo((i + thread) % 10);
                            hits++;
                        }
                        if (thread == 0 && i % 30 == 29) {
                            store.clear();
                        }
                    }
                    return hits;
                }));
            }
            int hits = 0;
            for (Future<Integer> done : running) {
                hits += done.get();
            }
            assertThat(hits).isPositive();
        } finally {
            threads.shutdownNow();
        }
    }
}
