// An annotation is about all that it stands on, here a method.
class OnAMethod {
    @SuppressWarnings("heed:swallowed-interrupt")
    static void rest() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            System.out.println("woken");
        }
    }
}
