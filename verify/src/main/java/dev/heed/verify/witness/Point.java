package dev.heed.verify.witness;

/**
 * A point of a scenario at which a cancellation may arrive.
 *
 * @param role the thread: {@code T0} is the scenario's own, others are called after their first point
 * @param number the how-manieth point of that thread, from 1
 * @param file the source file's name
 * @param line the line, or 0 if the class file does not tell
 * @param className the class
 * @param method the method
 * @param call the call, such as {@code Thread.sleep}
 */
public record Point(String role, int number, String file, int line, String className, String method, String call) {
    /** Whether the scenario's own thread comes to it. */
    public boolean isOfMain() {
        return role.equals("T0");
    }

    /** Such as {@code Account.java:16}. */
    public String place() {
        return line > 0 ? file + ":" + line : file;
    }

    /** Such as {@code #2 Account.java:16 Thread.sleep}; for other threads than the scenario's with their role. */
    public String name() {
        String name = "#" + number + " " + place() + " " + call;
        return isOfMain() ? name : name + " in the " + role;
    }
}
