// The poll is undone right away.
class Undo {
    private int steps;

    void run(int limit) {
        while (steps < limit) {
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                return;
            }
            steps++;
        }
    }
}
