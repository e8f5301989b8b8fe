// One of the two names hides something, the other does not.
class OneOfTwo {
    static void rest() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) { // heed: ignore[swallowed-interrupt, cleared-interrupt] the demo only // heed: unused-suppression "no finding of 'cleared-interrupt' here"
            System.out.println("woken");
        }
    }
}
