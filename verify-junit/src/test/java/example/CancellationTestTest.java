package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the cases through a launcher, and looks at the tests that they became. */
class CancellationTestTest {
    @Test
    void goodCodePasses() {
        assertThat(run("transfer", "dev.heed.junit.Cancellation"))
                .containsExactly(
                        "undisturbed: SUCCESSFUL",
                        "cancel at #1 Account.java:20 Semaphore.acquire: SUCCESSFUL",
                        "cancel at #2 Account.java:22 Thread.sleep: SUCCESSFUL");
    }

    @Test
    void badCodeFailsAtItsPoint() {
        List<String> results = run("transferCarelessly", "dev.heed.junit.Cancellation");
        assertThat(results).hasSize(3);
        assertThat(results.get(1)).isEqualTo("cancel at #1 Account.java:32 Semaphore.acquire: SUCCESSFUL");
        assertThat(results.get(2))
                .startsWith("cancel at #2 Account.java:34 Thread.sleep: FAILED")
                .contains("LOCK_LEAK", "INVARIANT", "no money is lost");
    }

    @Test
    void needsNoParameter() {
        assertThat(run("settle", ""))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("undisturbed: SUCCESSFUL"),
                        second -> assertThat(second).contains("FAILED", "SWALLOWED"));
    }

    @Test
    void whatPeopleAreToldMattersOnRequest() {
        assertThat(run("audit", "")).hasSize(2).allMatch(result -> result.endsWith("SUCCESSFUL"));
        assertThat(run("auditWithDiagnoses", ""))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("undisturbed: SUCCESSFUL"),
                        second -> assertThat(second).contains("FAILED", "UNTOLD", "The books are closed"));
    }

    @Test
    void boundaryTakesTheInterrupt() {
        assertThat(run("boundary", "dev.heed.junit.Cancellation"))
                .hasSize(3)
                .allMatch(result -> result.endsWith("SUCCESSFUL"));
    }

    @Test
    void cancelsTwice() {
        assertThat(run("twice", ""))
                .contains(
                        "cancel at #1 Account.java:20 Semaphore.acquire, again at #2 Account.java:20 Semaphore.acquire: "
                                + "SUCCESSFUL");
    }

    @Test
    void leavesOtherThreadsAlone() {
        assertThat(run("onlyTestThread", ""))
                .noneMatch(result -> result.contains("Account.java"))
                .anyMatch(result -> result.contains("Thread.join"));
    }

    @Test
    void whatFailsUndisturbedIsNotExplored() {
        assertThat(run("failsUndisturbed", ""))
                .singleElement()
                .asString()
                .startsWith("undisturbed: FAILED")
                .contains("11");
    }

    @Test
    void eachTestCanBeRunAlone() {
        assertThat(run(id("transferCarelessly", "dev.heed.junit.Cancellation") + "/[test-template-invocation:#3]"))
                .singleElement()
                .asString()
                .startsWith("cancel at #2 Account.java:34 Thread.sleep: FAILED");
        assertThat(run(id("twice", "") + "/[test-template-invocation:#6]"))
                .singleElement()
                .asString()
                .contains("again at");
    }

    private static List<String> run(String method, String parameters) {
        return run(id(method, parameters));
    }

    private static String id(String method, String parameters) {
        return "[engine:junit-jupiter]/[class:example.AccountCases]/[test-template:" + method + "(" + parameters + ")]";
    }

    static List<String> run(String uniqueId) {
        return List.copyOf(launched(uniqueId).lines.values());
    }

    /** What containers failed with: tests that could not be made. */
    static List<String> failures(String uniqueId) {
        return launched(uniqueId).failures;
    }

    private static Results launched(String uniqueId) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectUniqueId(uniqueId))
                .build();
        Results results = new Results();
        LauncherFactory.create().execute(request, results);
        return results;
    }

    private static final class Results implements TestExecutionListener {
        private final Map<String, String> lines = new TreeMap<>();
        private final List<String> failures = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                String failure =
                        result.getThrowable().map(thrown -> " " + thrown).orElse("");
                lines.put(test.getUniqueId(), test.getDisplayName() + ": " + result.getStatus() + failure);
            } else {
                result.getThrowable().ifPresent(thrown -> failures.add(thrown.toString()));
            }
        }
    }
}
