// Behind another comment on the same line.
class BehindAnotherComment {
    static void rest() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) { // as before // heed: ignore[swallowed-interrupt] only woken by the test beside it
            System.out.println("woken");
        }
    }
}
