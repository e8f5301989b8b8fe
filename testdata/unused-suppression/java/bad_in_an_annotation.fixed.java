// What an annotation hid is gone, with the annotation's reason to be there.
class InAnAnnotation {
    static void rest() throws InterruptedException {
        Thread.sleep(10);
    }
}
