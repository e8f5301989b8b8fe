package dev.heed.engine.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import dev.heed.engine.testing.FakeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MemoTest {
    private static final SourceFile A = new FakeSource("A");
    private static final SourceFile B = new FakeSource("B");
    private static final Words WORDS = Words.of(List.of("stop"));

    private static <T> T onWorker(Supplier<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work::get);
        new WorkerThread(task, "test", Duration.ZERO).start();
        return task.get();
    }

    private static Dependency basis(Supplier<?> work) throws Exception {
        Dependency basis = onWorker(() -> Recorder.begin(work::get).basis());
        assertThat(basis).isNotNull();
        return basis;
    }

    @Test
    void writesDownWhatIsLookedAt() throws Exception {
        Dependency basis = basis(() -> {
            Recorder.read(A);
            Recorder.read(B);
            Recorder.read(A);
            Recorder.asked(WORDS, null);
            return 1;
        });
        assertThat(basis.files()).containsExactlyInAnyOrder(A, B);
        assertThat(basis.questions()).containsExactly(new Question(WORDS, null));
        assertThat(basis.results()).isEmpty();
    }

    @Test
    void whoAsksLaterRestsOnTheSame() throws Exception {
        AtomicInteger computed = new AtomicInteger();
        Memo<String, Integer> memo = new Memo<>();
        Supplier<Integer> asked = () -> memo.get("key", key -> {
            Recorder.read(A);
            return computed.incrementAndGet();
        });
        Dependency first = basis(asked);
        Dependency second = basis(asked);
        assertThat(computed).hasValue(1);
        assertThat(first.files()).isEmpty();
        assertThat(first.results()).hasSize(1).isEqualTo(second.results());
        assertThat(first.results().get(0).files()).containsExactly(A);
    }

    @Test
    void whatWasNotRecordedIsComputedAgainWhereItMustBe() throws Exception {
        AtomicInteger computed = new AtomicInteger();
        Memo<String, Integer> memo = new Memo<>();
        Supplier<Integer> asked = () -> memo.get("key", key -> {
            Recorder.read(A);
            return computed.incrementAndGet();
        });
        assertThat(asked.get()).isEqualTo(1);
        assertThat(asked.get()).isEqualTo(1);
        assertThat(basis(asked).results()).hasSize(1);
        assertThat(asked.get()).isEqualTo(2);
    }

    @Test
    void aNameAndADigestStandForTheValue() throws Exception {
        Memo<String, Integer> memo = new Memo<>(key -> "length " + key, length -> {
            Recorder.read(B); // to describe it, not to compute it
            return length;
        });
        Dependency basis = basis(() -> memo.get("key", key -> {
            Recorder.read(A);
            return key.length();
        }));
        Dependency result = basis.results().get(0);
        assertThat(result.name()).isEqualTo("length key");
        assertThat(result.digest()).isEqualTo(3);
        assertThat(result.files()).containsExactly(A);
        assertThat(basis.files()).isEmpty();
    }

    @Test
    void whatHoldsOfAnEarlierScanIsHadBackFromItsDigest() throws Exception {
        AtomicInteger computed = new AtomicInteger();
        Dependency earlier = Dependency.of(List.of(A), List.of(), List.of()).named("half 8", 4);
        Memo<Integer, Integer> memo = new Memo<>(
                key -> "half " + key,
                Integer::longValue,
                digest -> (int) digest,
                name -> name.equals("half 8") ? earlier : null);
        Supplier<Integer> asked = () -> memo.get(8, key -> computed.addAndGet(100));
        assertThat(onWorker(() -> Recorder.begin(asked)).result()).isEqualTo(4);
        assertThat(basis(asked).results()).containsExactly(earlier);
        assertThat(computed).hasValue(0);
        assertThat(basis(() -> memo.get(6, key -> key / 2)).results())
                .extracting(Dependency::digest)
                .containsExactly(3L);
    }

    @Test
    void whatIsUnrecordedLeavesNothing() throws Exception {
        Dependency basis = basis(() -> Recorder.unrecorded(() -> {
            Recorder.read(A);
            return 1;
        }));
        assertThat(basis.files()).isEmpty();
    }

    @Test
    void otherThreadsRecordNothing() {
        Recorder.read(A);
        assertThat(Recorder.isOn()).isFalse();
        assertThat(Recorder.apart(() -> 1).basis()).isNull();
    }
}
