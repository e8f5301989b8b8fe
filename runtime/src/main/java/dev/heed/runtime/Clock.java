package dev.heed.runtime;

/** The loop's time, in nanoseconds since its start. */
sealed interface Clock {

    long now();

    /** Whether time passes by itself. */
    boolean isReal();

    /** Time that jumps to the next timer when nothing is ready (rule R17). */
    final class Virtual implements Clock {
        private long now;

        @Override
        public long now() {
            return now;
        }

        @Override
        public boolean isReal() {
            return false;
        }

        void advanceTo(long when) {
            now = Math.max(now, when);
        }
    }

    /** The time of day, from the loop's start. */
    final class Real implements Clock {
        private final long start = System.nanoTime();

        @Override
        public long now() {
            return System.nanoTime() - start;
        }

        @Override
        public boolean isReal() {
            return true;
        }
    }
}
