package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the cases that run on a loop, and looks at the tests that they became. */
class LoopCancellationTest {
    private static final String PARAMETERS = "dev.heed.runtime.Loop, dev.heed.runtime.explore.Scenario$Stage";

    private static String id(String method, String parameters) {
        return "[engine:junit-jupiter]/[class:example.LoopCases]/[test-template:" + method + "(" + parameters + ")]";
    }

    private static List<String> run(String method) {
        return CancellationTestTest.run(id(method, PARAMETERS));
    }

    @Test
    void goodCodePassesAfterEachStep() {
        List<String> results = CancellationTestTest.run(id("fetches", PARAMETERS + ", dev.heed.junit.Cancellation"));
        assertThat(results.get(0)).isEqualTo("undisturbed: SUCCESSFUL");
        assertThat(results.subList(1, results.size()))
                .hasSizeGreaterThan(1)
                .allMatch(result -> result.matches("cancel after step \\d+: SUCCESSFUL"));
    }

    @Test
    void whatDoesNotHoldIsTold() {
        assertThat(CancellationTestTest.run(id("forgetsToClose", PARAMETERS + ", dev.heed.junit.Cancellation")))
                .anyMatch(result -> result.contains("FAILED") && result.contains("all is closed"))
                .contains("undisturbed: SUCCESSFUL");
    }

    @Test
    void swallowedCancelFails() {
        assertThat(run("swallows"))
                .contains("undisturbed: SUCCESSFUL")
                .anyMatch(result -> result.contains("FAILED") && result.contains("the cancel is lost"));
    }

    @Test
    void aTaskMustBeHandedOver() {
        assertThat(run("handsNothingOver"))
                .singleElement()
                .asString()
                .contains("undisturbed: FAILED", "no task to its stage");
    }

    @Test
    void aRunIsBounded() {
        assertThat(run("neverSuspends"))
                .singleElement()
                .asString()
                .contains("undisturbed: FAILED", "has not ended within 200 ms");
    }

    @Test
    void whatIsForThreadsIsRefused() {
        assertThat(CancellationTestTest.failures(id("twice", PARAMETERS)))
                .singleElement()
                .asString()
                .contains("are for threads");
    }

    @Test
    void oneTestCanBeRunAlone() {
        assertThat(CancellationTestTest.run(id("swallows", PARAMETERS) + "/[test-template-invocation:#3]"))
                .singleElement()
                .asString()
                .contains("cancel after step", "the cancel is lost");
    }
}
