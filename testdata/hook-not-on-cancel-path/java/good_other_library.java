// A method of that name in a class that is no pipeline.
class Conveyor {
    Conveyor doOnTerminate(Runnable action) {
        action.run();
        return this;
    }

    void run(AutoCloseable belt) {
        doOnTerminate(() -> {
            try {
                belt.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
