// wait() throws at once when the status is set; the condition that it waits for can never become true while it spins.
class Calls {
    private int pending;

    synchronized void awaitIdle() {
        while (pending > 0) { // step 4: "the loop goes on"
            try {
                wait(); // step 1: "'wait' delivers the interrupt" // step 5: "'wait' is reached with the interrupt status set, and gives up at once"
            } catch (InterruptedException e) { // step 2: "caught here as 'e'"
                Thread.currentThread().interrupt(); // heed: interrupt-spin "set again inside the loop" // step 3: "the interrupt status is set again"
            }
        }
    }

    synchronized void done() {
        pending--;
        notifyAll();
    }
}
