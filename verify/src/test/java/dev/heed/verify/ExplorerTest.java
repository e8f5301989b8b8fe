package dev.heed.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.verify.samples.Cleanups;
import dev.heed.verify.samples.Endings;
import dev.heed.verify.samples.Swallows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
