// A fake that is interrupted whenever it is asked.
interface Sleeper {
    void sleep() throws InterruptedException;

    static Sleeper alwaysInterrupted() {
        return () -> {
            throw new InterruptedException("made up");
        };
    }
}
