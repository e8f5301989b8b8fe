// Anonymous classes: a Thread, a Runnable for one, and a shutdown hook.
import java.util.concurrent.CountDownLatch;

class Anonymous {
    private final CountDownLatch stop = new CountDownLatch(1);

    void start() {
        new Thread("first") {
            @Override
            public void run() {
                try {
                    stop.await();
                } catch (InterruptedException e) {
                    System.out.println("first ends");
                }
            }
        }.start();
        new Thread(new Runnable() {
                    @Override
                    public void run() {
                        try {
                            stop.await();
                        } catch (InterruptedException e) {
                            System.out.println("second ends");
                        }
                    }
                })
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                stop.await();
            } catch (InterruptedException e) {
                System.out.println("hook ends");
            }
        }));
    }
}
