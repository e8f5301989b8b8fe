// Out of both loops by a label, then restored.
import java.util.List;
import java.util.concurrent.BlockingQueue;

class Grid {
    static int fill(List<List<String>> rows, BlockingQueue<String> out) {
        int done = 0;
        boolean interrupted = false;
        outer:
        for (List<String> row : rows) {
            for (String cell : row) {
                try {
                    out.put(cell);
                    done++;
                } catch (InterruptedException e) {
                    interrupted = true;
                    break outer;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return done;
    }
}
