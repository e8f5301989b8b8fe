// What the given functions do is not known: they may look themselves.
import java.util.List;

class RunAll implements Runnable {
    private final List<Runnable> steps;

    RunAll(List<Runnable> steps) {
        this.steps = steps;
    }

    @Override
    public void run() {
        for (Runnable step : steps) {
            step.run();
            log(step);
        }
    }

    private void log(Runnable step) {
        for (char c : step.toString().toCharArray()) {
            System.out.print(c);
        }
    }
}
