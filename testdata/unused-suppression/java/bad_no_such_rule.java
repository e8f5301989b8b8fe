// A slip in the name of the rule: it never hid anything.
class NoSuchRule {
    static void rest() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) { // heed: ignore[swallowed-interupt] the demo only // heed: swallowed-interrupt // heed: unused-suppression "there is no rule 'swallowed-interupt'"
            System.out.println("woken");
        }
    }
}
