// Rounds until the values do not change any more; each round goes over all of them.
class Smoothing extends Thread {
    private final double[] values;

    Smoothing(double[] values) {
        this.values = values;
    }

    @Override
    public void run() {
        double change;
        do { // heed: uncancellable-loop
            change = 0;
            int i = 1;
            while (values[i] < values[i - 1]) {
                double next = (values[i - 1] + values[i]) / 2;
                change += Math.abs(next - values[i]);
                values[i] = next;
                i++;
            }
        } while (change > 1e-9);
    }
}
