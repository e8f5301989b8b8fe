// currentThread() whose result is used.
class Names {
    private Thread owner;

    String own() {
        owner = Thread.currentThread();
        Thread self = Thread.currentThread();
        return Thread.currentThread().getName() + self.getId();
    }

    boolean owned() {
        return Thread.currentThread() == owner && !Thread.currentThread().isInterrupted();
    }
}
