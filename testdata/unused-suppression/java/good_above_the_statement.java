// Above a statement: about all that is in it.
class AboveTheStatement {
    static void rest() {
        // heed: ignore[swallowed-interrupt] only woken by the test beside it
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            System.out.println("woken");
        }
    }
}
