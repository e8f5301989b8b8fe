// The caller is told by the result.
class Poll {
    private boolean stopped;

    static boolean consumeInterrupt() {
        return Thread.interrupted();
    }

    boolean stopRequested() {
        stopped |= Thread.interrupted();
        return stopped;
    }

    boolean step() {
        if (Thread.interrupted()) {
            return false;
        }
        stopped = false;
        return true;
    }
}
