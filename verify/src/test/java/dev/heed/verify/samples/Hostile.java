package dev.heed.verify.samples;

import java.util.concurrent.CountDownLatch;

/** What must not harm whoever explores it. */
public final class Hostile {
    private Hostile() {}

    static final class Endless {
        static int turns;

        static {
            while (turns >= 0) {
                turns = (turns + 1) & 0xff;
            }
        }

        static void touch() {}
    }

    public static void endlessInitializer() {
        Endless.touch();
    }

    public static void catchesEverything() {
        while (true) {
            try {
                Thread.sleep(1);
            } catch (Throwable e) {
                continue;
            }
        }
    }

    public static void halts() {
        Runtime.getRuntime().halt(5);
    }

    public static void startsThreadsThatNeverEnd() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            new Thread(() -> {
                        while (true) {
                            Thread.onSpinWait();
                        }
                    })
                    .start();
        }
        Thread.sleep(1);
    }

    public static void startsManyThreads() throws InterruptedException {
        for (int i = 0; i < 3_000; i++) {
            Thread thread = new Thread(() -> {
                try {
                    Thread.sleep(0);
                } catch (InterruptedException e) {
                    return;
                }
            });
            thread.start();
            thread.join();
        }
    }

    public static void overflows() throws InterruptedException {
        Thread.sleep(0);
        overflows();
    }

    public static void manyPoints() throws InterruptedException {
        for (int i = 0; i < 100_000; i++) {
            new CountDownLatch(0).await();
        }
    }

    public static void throwsOddly() throws Exception {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new RuntimeException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new IllegalStateException("no message");
                }

                @Override
                public synchronized Throwable getCause() {
                    return this;
                }
            };
        }
    }
}
