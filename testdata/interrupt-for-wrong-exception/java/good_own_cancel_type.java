// By its name the other exception tells of a stop.
class NamedSteps {
    static final class StepAbortedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    void step(Runnable body) {
        try {
            body.run();
            Thread.sleep(20);
        } catch (InterruptedException | StepAbortedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
