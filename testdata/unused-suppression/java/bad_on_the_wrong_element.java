// The annotation stands on the wrong method, and hides nothing there.
class OnTheWrongElement {
    @SuppressWarnings({"unchecked", "heed:cleared-interrupt"}) // heed: unused-suppression "no finding of 'cleared-interrupt'"
    static void rest() throws InterruptedException {
        Thread.sleep(10);
    }

    static void calm() {
        Thread.interrupted(); // heed: cleared-interrupt
    }
}
