package dev.heed.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.verify.samples.Cleanups;
import dev.heed.verify.samples.Endings;
import dev.heed.verify.samples.Hostile;
import dev.heed.verify.samples.Streams;
import dev.heed.verify.samples.Swallows;
import dev.heed.verify.samples.Wraps;
import dev.heed.verify.witness.Property;
import dev.heed.verify.witness.Witness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorerTest {
    private Explorer explorer;

    @BeforeAll
    void open() throws Exception {
        Path classes = Path.of(Swallows.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        explorer = Explorer.of(List.of(classes), List.of());
    }

    @AfterAll
    void close() throws Exception {
        explorer.close();
    }

    private Exploration explore(Class<?> sample, String method) throws InterruptedException {
        Settings settings = Settings.defaults().withBound(Duration.ofMillis(700));
        return explorer.explore(Entry.method(sample.getName(), method), settings);
    }

    @ParameterizedTest
    @CsvSource({
        "lost, SWALLOWED",
        "restored,",
        "thrown,",
        "wrapped, NOT_RESTORED",
        "cleared, SWALLOWED",
        "handedOver,",
        "byReference, SWALLOWED",
        "awaitedIsCancelled,",
        "cutShort, CUT_SHORT",
        "exits,",
        "sleepUninterruptibly,"
    })
    void seesWhatBecomesOfTheInterrupt(String method, String expected) throws Exception {
        check(Swallows.class, method, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "streamForgotten, LEAK",
        "streamClosed,",
        "wrapperForgotten, LEAK",
        "wrapperClosed,",
        "lockForgotten, LOCK_LEAK",
        "lockFreed,",
        "permitMadeUp, LOCK_LEAK",
        "permitForgotten, LOCK_LEAK",
        "lockNeverTaken, NOT_RESTORED",
        "executorForgotten, LEAK",
        "threadForgotten, LEAK"
    })
    void seesWhatIsNotGivenBack(String method, String expected) throws Exception {
        check(Cleanups.class, method, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "spins, BUSY_SPIN",
        "spinsParked, BUSY_SPIN",
        "waitsAgain, NEVER_ENDS",
        "waiterForgotten, NEVER_ENDS",
        "busyLoop, NEVER_ENDS",
        "blamesTimeout, BLAMES_TIMEOUT",
        "deafWorker, SWALLOWED",
        "barrier,"
    })
    void seesWhetherItEnds(String method, String expected) throws Exception {
        check(Endings.class, method, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "pipeSwallows, SWALLOWED",
        "pipeThrows,",
        "channelIsClosedByInterrupt,",
        "channelSwallows, SWALLOWED",
        "selects,",
        "openPoint, SWALLOWED",
        "closedPoint,"
    })
    void knowsWaitsThatDeclareNothing(String method, String expected) throws Exception {
        check(Streams.class, method, expected);
    }

    @Test
    void looksIntoWhatStandsBehindAnInterface() throws Exception {
        assertThat(explore(Streams.class, "closedPoint").trials())
                .extracting(Trial::name)
                .singleElement()
                .asString()
                .endsWith("Thread.sleep");
    }

    @ParameterizedTest
    @CsvSource({"endlessInitializer", "catchesEverything"})
    void stopsWhatDoesNotEnd(String method) throws Exception {
        Exploration found = explore(Hostile.class, method);
        assertThat(found.problem()).contains("does not end");
        assertThat(threads())
                .noneMatch(thread -> thread.getThreadGroup() != null
                        && thread.getThreadGroup().getName().equals("heed-verify"));
    }

    @Test
    void survivesTheEndOfTheJvm() throws Exception {
        assertThat(explore(Hostile.class, "halts").undisturbed()).isEqualTo("asks for the end of the JVM");
        assertThat(explore(Swallows.class, "exits").isClean()).isTrue();
    }

    @Test
    void endsThreadsThatTheProgramLeavesBehind() throws Exception {
        assertThat(explore(Hostile.class, "startsThreadsThatNeverEnd").trials()).isNotEmpty();
        assertThat(threads())
                .noneMatch(thread -> thread.getThreadGroup() != null
                        && thread.getThreadGroup().getName().equals("heed-verify"));
    }

    @ParameterizedTest
    @CsvSource({"overflows", "manyPoints", "throwsOddly"})
    void boundsWhatItKeeps(String method) throws Exception {
        Exploration found = explore(Hostile.class, method);
        assertThat(found.problem()).isEmpty();
        assertThat(found.trials()).hasSizeBetween(1, 2);
    }

    @Test
    void followsSoManyThreadsOnly() throws Exception {
        Settings settings =
                Settings.defaults().withBound(Duration.ofSeconds(20)).withRuns(1);
        Exploration found = explorer.explore(Entry.method(Hostile.class.getName(), "startsManyThreads"), settings);
        assertThat(found.problem()).isEmpty();
        assertThat(found.notes()).contains("more threads than are followed");
    }

    @Test
    void bounds() throws Exception {
        Exploration found = explorer.explore(
                Entry.method(Cleanups.class.getName(), "threadForgotten"),
                Settings.defaults().withRuns(2));
        assertThat(found.trials()).hasSize(2);
        assertThat(found.notes()).containsExactly("stopped after 2 runs");
    }

    @Test
    void deliversASecondTimeDuringCleanup() throws Exception {
        Exploration found = explorer.explore(
                Entry.method(Cleanups.class.getName(), "cleanupCutShort"),
                Settings.defaults().with(Option.TWICE));
        assertThat(found.trials())
                .filteredOn(trial -> trial.second() != null)
                .singleElement()
                .satisfies(trial -> {
                    assertThat(trial.name()).contains("#1", "again at #2");
                    assertThat(trial.witnesses())
                            .anyMatch(witness -> witness.text().contains("Files.newInputStream"));
                });
    }

    @Test
    void witnessReadsWell() throws Exception {
        String text = explore(Wraps.class, "await").witnesses().get(0).text();
        assertThat(text).isEqualTo("""
                        NOT_RESTORED: The interrupt delivered at Wraps.java:11 CountDownLatch.await leaves inside \
                        java.lang.IllegalStateException, and the status is not set.
                          cancelled at #1 Wraps.java:11 CountDownLatch.await
                            Wraps.java:11  interrupt delivered in CountDownLatch.await
                            Wraps.java:12  caught: java.lang.InterruptedException
                            end            throws java.lang.IllegalStateException: java.lang.InterruptedException, \
                        the status clear
                          lost: the interrupt status""");
        assertThat(Files.readString(Path.of("../docs/verify.md"))).contains(text.indent(4));
    }

    @Test
    void findsTheSameEachTime() throws Exception {
        for (String method : List.of("lost", "awaitedIsCancelled", "wrapped")) {
            assertThat(explore(Swallows.class, method)).isEqualTo(explore(Swallows.class, method));
        }
        for (String method : List.of("threadForgotten", "lockNeverTaken")) {
            assertThat(explore(Cleanups.class, method)).isEqualTo(explore(Cleanups.class, method));
        }
        for (String method : List.of("deafWorker", "spins", "barrier")) {
            assertThat(explore(Endings.class, method)).isEqualTo(explore(Endings.class, method));
        }
    }

    @Test
    void tellsWhatIsNotThere() throws Exception {
        assertThat(explorer.explore(Entry.method("no.such.Class", "x"), Settings.defaults())
                        .problem())
                .contains("no.such.Class");
    }

    @Test
    void futuresThatAreKnownToBeDoneAreNoPoints() throws Exception {
        assertThat(explore(Swallows.class, "doneFutures").trials())
                .extracting(trial -> trial.point().call())
                .containsExactly("ExecutorService.invokeAll", "CompletableFuture.join");
    }

    @Test
    void owesTheInterruptToTheBoundary() throws Exception {
        assertThat(explorer.explore(Entry.scenario(Swallows.Bounded.class.getName()), Settings.defaults())
                        .isClean())
                .isTrue();
        assertThat(explorer.explore(Entry.scenario(Swallows.BoundedTooLate.class.getName()), Settings.defaults())
                        .witnesses())
                .extracting(Witness::property)
                .containsExactly(Property.SWALLOWED);
    }

    @Test
    void leavesWhatACaretakerOpened() throws Exception {
        Settings settings = Settings.defaults().withCaretakers(Set.of(Cleanups.class.getName()));
        assertThat(explorer.explore(Entry.method(Cleanups.class.getName(), "streamForgotten"), settings)
                        .isClean())
                .isTrue();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    private void check(Class<?> sample, String method, String expected) throws InterruptedException {
        Exploration found = explore(sample, method);
        assertThat(found.problem()).isEmpty();
        assertThat(found.trials()).isNotEmpty();
        if (expected == null) {
            assertThat(found.witnesses()).as(found.text()).isEmpty();
        } else {
            assertThat(found.witnesses())
                    .as(found.text())
                    .anyMatch(witness -> witness.property().name().equals(expected));
        }
    }

    @Test
    void holdsInvariants() throws Exception {
        Exploration found = explorer.explore(Entry.scenario(Swallows.Account.class.getName()), Settings.defaults());
        assertThat(found.witnesses())
                .singleElement()
                .satisfies(witness -> assertThat(witness.message()).contains("no money is lost"));
    }
}
