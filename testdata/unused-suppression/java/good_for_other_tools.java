// Other tools' suppressions are not ours.
class ForOtherTools {
    @SuppressWarnings({"unchecked", "java:S2142", "BusyWait"})
    static void rest() throws InterruptedException {
        Thread.sleep(10); // NOPMD, NOSONAR
    }
}
