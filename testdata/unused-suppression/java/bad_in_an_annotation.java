// What an annotation hid is gone, with the annotation's reason to be there.
class InAnAnnotation {
    @SuppressWarnings("heed:swallowed") // heed: unused-suppression "no finding of 'swallowed'"
    static void rest() throws InterruptedException {
        Thread.sleep(10);
    }
}
