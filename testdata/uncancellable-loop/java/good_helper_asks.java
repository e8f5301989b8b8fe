// The helper that each turn calls asks, and throws.
import java.util.concurrent.CancellationException;

class AskingMatrix implements Runnable {
    private final double[][] rows;
    private double sum;

    AskingMatrix(double[][] rows) {
        this.rows = rows;
    }

    @Override
    public void run() {
        for (double[] row : rows) {
            sum += sumOf(row);
        }
    }

    private static double sumOf(double[] row) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        return sum;
    }
}
