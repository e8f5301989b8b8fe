// Behind the line of the finding, with a reason.
class BehindTheLine {
    static void rest() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) { // heed: ignore[swallowed-interrupt] only woken by the test beside it
            System.out.println("woken");
        }
    }
}
