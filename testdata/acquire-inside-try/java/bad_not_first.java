// Other work comes first inside the try; the acquire is not its first statement.
import java.util.concurrent.Semaphore;

class Printers {
    private final Semaphore printers = new Semaphore(1);
    private String last;

    void print(String text) throws InterruptedException {
        try {
            last = text.strip();
            printers.acquire(); // heed: acquire-inside-try
            System.out.println(last);
        } finally {
            printers.release();
        }
    }
}
