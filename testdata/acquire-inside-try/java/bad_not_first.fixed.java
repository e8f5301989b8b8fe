// Other work comes first inside the try; the acquire is not its first statement.
import java.util.concurrent.Semaphore;

class Printers {
    private final Semaphore printers = new Semaphore(1);
    private String last;

    void print(String text) throws InterruptedException {
        printers.acquire();
        try {
            last = text.strip();
            System.out.println(last);
        } finally {
            printers.release();
        }
    }
}
