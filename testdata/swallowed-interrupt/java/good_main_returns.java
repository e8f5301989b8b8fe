// Nothing runs after main on its thread.
final class Demo {
    private Demo() {}

    public static void main(String[] args) {
        Thread clock = new Thread(() -> System.out.println("tick"));
        clock.start();
        try {
            clock.join();
        } catch (InterruptedException e) {
            System.err.println("interrupted");
        }
    }
}
