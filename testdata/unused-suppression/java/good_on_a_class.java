// A whole family, for a whole class, beside what is meant for the compiler.
@SuppressWarnings({"unchecked", "heed:swallowed"})
class OnAClass {
    static void calm() {
        Thread.interrupted();
    }

    static void rest() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            System.out.println("woken");
        }
    }
}
