package dev.heed.runtime.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heed.runtime.Cancel;
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.Provenance;
import dev.heed.runtime.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a package of its own: the runtime's frames are left out of what is told. */
class ProvenanceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<CancelledException> seen = new ArrayList<>();

    private void requestC(Loop loop) {
        try {
            loop.sleep(SECOND.multipliedBy(30));
        } catch (CancelledException e) {
            seen.add(e);
            throw e;
        }
    }

    private void handleB(Loop loop) {
        Task<Void> request = loop.spawn("C-request", () -> requestC(loop));
        request.await();
    }

    private void handleClient(Loop loop) {
        Task<Void> handler = loop.spawn("B-handler", () -> handleB(loop));
        loop.sleep(SECOND);
        handler.cancel("client A disconnected");
        catchThrowableOfType(CancelledException.class, handler::await);
    }

    private String explanation(Provenance detail) {
        try (Loop loop = Loop.builder().provenance(detail).build()) {
            loop.run(() -> {
                Task<Void> a = loop.spawn("A", () -> handleClient(loop));
                a.await();
            });
        }
        return seen.get(0).explain();
    }

    @Test
    void tellsWhoAskedWhichWayItCameAndWhoSawItFirst() {
        assertThat(explanation(Provenance.DETAILED).replaceAll("java:\\d+", "java:N"))
                .isEqualTo("""
                        cancel() called: "client A disconnected", by task A at handleClient(ProvenanceTest.java:N), aimed at task B-handler
                          t=1.000s cancel() called by task A -> task B-handler
                              task B-handler was waiting (await at handleB(ProvenanceTest.java:N)) for task C-request
                          delivered first in task C-request at requestC(ProvenanceTest.java:N)""");
    }

    @Test
    void tellsLessWhenLessWasNoted() {
        assertThat(explanation(Provenance.PLACES)).contains("task B-handler was waiting for task C-request");
        seen.clear();
        assertThat(explanation(Provenance.BRIEF)).isEqualTo("""
                        cancel() called: "client A disconnected", by task A, aimed at task B-handler
                          t=1.000s cancel() called by task A -> task B-handler
                          delivered first in task C-request""");
    }

    @Test
    void aGroupTellsWhichTaskFailed() {
        List<Cancel> whys = new ArrayList<>();
        try (Loop loop = Loop.virtualTime()) {
            assertThat(catchThrowableOfType(
                            dev.heed.runtime.ExceptionGroup.class,
                            () -> loop.run(() -> loop.group("g", group -> {
                                group.spawn("bad", () -> {
                                    throw new IllegalStateException("boom");
                                });
                                group.spawn("good", () -> {
                                    try {
                                        loop.sleep(SECOND);
                                    } catch (CancelledException e) {
                                        whys.add(e.why());
                                        throw e;
                                    }
                                });
                                return null;
                            }))))
                    .isNotNull();
        }
        assertThat(whys).hasSize(1);
        assertThat(whys.get(0).kind()).isEqualTo(Cancel.Kind.SIBLING_FAILED);
        assertThat(whys.get(0).failure()).hasMessage("boom");
        assertThat(whys.get(0).toString()).startsWith("SIBLING_FAILED(task bad failed) by group g at 0 -> task good");
    }

    @Test
    void aCancelOfTheParentIsTheCauseOfThatOfTheTasks() {
        List<CancelledException> inner = new ArrayList<>();
        try (Loop loop = Loop.virtualTime()) {
            loop.run(() -> {
                Task<Object> parent = loop.spawn(
                        "parent",
                        () -> loop.group("g", group -> {
                            group.spawn("child", () -> {
                                try {
                                    loop.sleep(SECOND);
                                } catch (CancelledException e) {
                                    inner.add(e);
                                    throw e;
                                }
                            });
                            return null;
                        }));
                loop.yieldNow();
                loop.yieldNow();
                parent.cancel("no longer needed");
                catchThrowableOfType(CancelledException.class, parent::await);
            });
        }
        assertThat(inner.get(0).why().origin().reason()).isEqualTo("no longer needed");
        assertThat(inner.get(0).explain()).contains("\nbecause cancel() called: \"no longer needed\", by task main");
    }

    @Test
    void aCleanupPastItsGraceTellsTheOriginalCancel() {
        List<Cancel> whys = new ArrayList<>();
        try (Loop loop = Loop.virtualTime()) {
            loop.run(() -> {
                Task<Void> task = loop.spawn("t", () -> {
                    try {
                        loop.sleep(SECOND.multipliedBy(9));
                    } finally {
                        loop.cleanup(SECOND, () -> {
                            try {
                                loop.sleep(SECOND.multipliedBy(5));
                            } catch (CancelledException e) {
                                whys.add(e.why());
                                throw e;
                            }
                        });
                    }
                });
                loop.sleep(SECOND);
                task.cancel("stop");
                CancelledException end = catchThrowableOfType(CancelledException.class, task::await);
                assertThat(end.why().reason()).isEqualTo("stop");
                assertThat(loop.now()).isEqualTo(SECOND.multipliedBy(2));
            });
        }
        assertThat(whys.get(0).kind()).isEqualTo(Cancel.Kind.GRACE_OVER);
        assertThat(whys.get(0).cause().reason()).isEqualTo("stop");
    }
}
