// Everybody is interrupted but the thread that was asked to stop.
import java.util.List;
import java.util.concurrent.BlockingQueue;

class CrewBoss {
    private final List<Thread> crew;

    CrewBoss(List<Thread> crew) {
        this.crew = crew;
    }

    String next(BlockingQueue<String> results) {
        try {
            return results.take();
        } catch (InterruptedException e) {
            for (Thread member : crew) {
                member.interrupt();
            }
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
