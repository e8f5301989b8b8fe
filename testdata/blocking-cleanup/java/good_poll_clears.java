// The poll that ends the loop clears the status; it is restored at the very end.
import java.util.List;
import java.util.concurrent.BlockingQueue;

class Sorter {
    static void sort(List<String> letters, BlockingQueue<String> box) throws InterruptedException {
        boolean interrupted = false;
        try {
            for (String letter : letters) {
                if (Thread.interrupted()) {
                    interrupted = true;
                    break;
                }
                System.out.println(letter);
            }
        } finally {
            box.put("sorted");
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
