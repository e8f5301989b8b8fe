package dev.heed.verify.testdata;

import dev.heed.verify.Exploration;
import dev.heed.verify.Explorer;
import dev.heed.verify.Option;
import dev.heed.verify.Settings;
import dev.heed.verify.drive.Drive;
import dev.heed.verify.witness.Witness;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestdataTest {
    @TempDir
    private Path directory;

    @Test
    void table() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        List<String> lines = new ArrayList<>();
        try {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
            System.setOut(nowhere);
            System.setErr(nowhere);
            Programs programs = new Programs(directory);
            for (Program program : programs.all(System.getProperty("testdata.filter", ""))) {
                long start = System.nanoTime();
                Set<String> found = new TreeSet<>();
                List<String> details = new ArrayList<>();
                int trials = 0;
                try (Explorer explorer = Explorer.of(List.of(program.classes()), programs.libraries())) {
                    List<String> missing = new ArrayList<>();
                    ArrayDeque<Drive> drives = new ArrayDeque<>(explorer.drives(name -> true, missing));
                    while (!drives.isEmpty()) {
                        Drive drive = drives.removeFirst();
                        Settings settings = Settings.defaults()
                                .withBound(Duration.ofMillis(500))
                                .with(Option.MAY_WAIT)
                                .with(Option.SKIP_SLEEPS)
                                .with(Option.OWNS_THREAD, drive.ownsThread());
                        Exploration exploration = explorer.explore(drive::in, settings);
                        drive.next().ifPresent(drives::addFirst);
                        trials += exploration.trials().size();
                        details.add("  " + drive.name() + " " + exploration.undisturbed() + " " + exploration.problem()
                                + " trials " + exploration.trials().size());
                        for (Witness witness : exploration.witnesses()) {
                            found.add(witness.property().name());
                            details.add(witness.text().indent(6));
                        }
                    }
                    details.addAll(missing);
                }
                long millis = (System.nanoTime() - start) / 1_000_000;
                boolean agrees = program.isBad() == !found.isEmpty();
                lines.add((agrees ? "ok   " : "DIFF ") + program.name() + " " + found + " trials " + trials + " "
                        + millis + " ms");
                if (!agrees || Boolean.getBoolean("testdata.verbose")) {
                    lines.addAll(details);
                }
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
            Files.write(Path.of("target", "testdata.txt"), lines);
        }
    }
}
