// One of the two names hides something, the other does not.
class OneOfTwo {
    static void rest() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) { // heed: ignore[swallowed-interrupt] the demo only
            System.out.println("woken");
        }
    }
}
