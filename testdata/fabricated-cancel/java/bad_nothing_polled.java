// An empty queue is no interrupt.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

class TicketDesk {
    private final BlockingQueue<String> tickets;

    TicketDesk(BlockingQueue<String> tickets) {
        this.tickets = tickets;
    }

    String next() throws InterruptedException {
        String ticket = tickets.poll(1, TimeUnit.SECONDS);
        if (ticket == null) {
            throw new InterruptedException("no ticket"); // heed: fabricated-cancel "'poll'"
        }
        return ticket;
    }
}
