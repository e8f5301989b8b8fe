// close() declares the interrupt for old callers; its body waits for nothing, so nothing arrives here.
class QuickSession {
    private boolean open = true;

    public void close() throws InterruptedException {
        if (open) {
            open = false;
            System.out.println("closed");
        }
    }
}

class SessionUser {
    void leave(QuickSession session) {
        try {
            session.close();
        } catch (InterruptedException e) {
            System.err.println("cannot happen");
        }
    }
}
