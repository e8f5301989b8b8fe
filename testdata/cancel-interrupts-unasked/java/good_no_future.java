// No future: the parameter means something else.
class QuietAlarm {
    private volatile Thread sleeper;
    private boolean quiet;

    void cancel(boolean quietly) {
        quiet |= quietly;
        sleeper.interrupt();
    }

    boolean isQuiet() {
        return quiet;
    }
}
