package dev.heed.cli;

import dev.heed.Version;

/** Where the process begins. */
public final class Main {

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        if (args.length == 1 && isVersion(args[0])) {
            // By far the most common question of scripts; it waits for no other class to be loaded.
            System.out.println(Version.line());
            return;
        }
        Application.run(args);
    }

    private static boolean isVersion(String argument) {
        return argument.equals("--version") || argument.equals("-V") || argument.equals("version");
    }

    /**
     * Runs the command in this process.
     *
     * @param console what it reads and writes
     * @return the exit code
     */
    public static int run(String[] args, Console console) {
        return Application.run(args, console);
    }
}
