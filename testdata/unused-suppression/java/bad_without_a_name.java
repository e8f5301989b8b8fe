// A suppression must say of what; this one hides nothing.
class WithoutAName {
    static void rest() throws InterruptedException {
        Thread.sleep(10); // heed: ignore we know what we do // heed: unused-suppression "names no rule"
    }
}
