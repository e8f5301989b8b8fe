// The loop stands in a private method of the task, and each of its turns is a loop again.
class MatrixTask implements Runnable {
    private final double[][] rows;
    private double sum;

    MatrixTask(double[][] rows) {
        this.rows = rows;
    }

    @Override
    public void run() {
        sumUp();
    }

    private void sumUp() {
        for (double[] row : rows) { // heed: uncancellable-loop "'sumUp'"
            sum += sum(row);
        }
    }

    private static double sum(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        return sum;
    }
}
