// Lines are read and parsed one after the other; no turn asks whether anybody still wants them.
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

class LineImport {
    private final List<Integer> numbers = new ArrayList<>();

    void start(ExecutorService pool, BufferedReader lines) {
        pool.submit(() -> {
            read(lines);
            return null;
        });
    }

    private void read(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) { // heed: uncancellable-loop
            numbers.add(Integer.valueOf(line));
        }
    }
}
