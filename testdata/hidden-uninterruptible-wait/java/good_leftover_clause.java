// Nothing waits here any more; the clause is a leftover, and harms nobody.
class OldSignature {
    private int value;

    synchronized int value() throws InterruptedException {
        return value;
    }
}
