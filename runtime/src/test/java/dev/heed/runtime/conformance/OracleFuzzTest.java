package dev.heed.runtime.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heed.runtime.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs on the real asyncio and on the runtime. Opt-in: {@code -Dfuzz.programs=10000 -Dfuzz.seed=1}; needs
 * {@code python3.11}.
 */
class OracleFuzzTest {
    private static final int BATCH = 1_000;

    @TempDir
    Path directory;

    @Test
    void randomProgramsBehaveAsOnCPython() throws IOException, InterruptedException {
        int programs = Integer.getInteger("fuzz.programs", 0);
        long seed = Long.getLong("fuzz.seed", 1L);
        assumeTrue(programs > 0, "-Dfuzz.programs=N asks for it");
        List<String> mismatches = new ArrayList<>();
        Tally tally = new Tally();
        for (int done = 0; done < programs; done += BATCH) {
            compare(seed + done, Math.min(BATCH, programs - done), mismatches, tally);
        }
        System.out.printf(
                "fuzz: seeds %d to %d on %s: %d events, %d mismatches, %d left out (rings of tasks, on which CPython gives up)%n",
                seed, seed + programs - 1, Backends.all(), tally.events, mismatches.size(), tally.leftOut);
        assertThat(mismatches).isEmpty();
        assertThat(tally.events).isGreaterThan(programs);
    }

    private static final class Tally {
        int events;
        int leftOut;
    }

    private void compare(long seed, int count, List<String> mismatches, Tally tally)
            throws IOException, InterruptedException {
        List<String> programs = new ArrayList<>();
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < count; i++) {
            programs.add(Generator.program(seed + i));
            input.append(seed + i).append("\tasyncio\t").append(programs.get(i)).append('\n');
        }
        List<String> expected = oracle(input.toString());
        assertThat(expected).hasSize(count);
        for (Backend backend : Backends.all()) {
            for (int i = 0; i < count; i++) {
                String want = expected.get(i).substring(expected.get(i).indexOf('\t') + 1);
                List<String> got = Interpreter.runUnlessRing(programs.get(i), Interpreter.Dialect.CPYTHON_311, backend);
                if (got == null || isOracleFailure(want)) {
                    tally.leftOut++;
                    continue;
                }
                tally.events += got.size();
                if (!String.join(" | ", got).equals(want)) {
                    mismatches.add("seed " + (seed + i) + " on " + backend + " threads\n  " + programs.get(i)
                            + "\n  want " + want + "\n  got  " + String.join(" | ", got));
                }
            }
        }
    }

    /** CPython itself gave up: on a ring of tasks, or as a late stop of one run ended the next one. */
    private static boolean isOracleFailure(String want) {
        return want.startsWith("ORACLE-ERROR") && !want.contains("KeyboardInterrupt");
    }

    private List<String> oracle(String input) throws IOException, InterruptedException {
        Path in = Files.writeString(directory.resolve("in.tsv"), input);
        Path out = directory.resolve("out.tsv");
        Process python = new ProcessBuilder(
                        "python3.11", ConformanceTest.resource("oracle.py").toString())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(python.waitFor()).as("the oracle's exit code").isZero();
        return Files.readAllLines(out);
    }
}
