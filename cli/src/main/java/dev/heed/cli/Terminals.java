package dev.heed.cli;

/** Whether the standard streams are terminals. */
final class Terminals {
    /** The launcher knows and says so; Java itself can tell for input and output together only. */
    private static final String OUT = "heed.terminal.out";

    private static final String ERR = "heed.terminal.err";

    private Terminals() {}

    static boolean isOut() {
        return Boolean.parseBoolean(System.getProperty(OUT, Boolean.toString(isConsole())));
    }

    static boolean isErr() {
        return Boolean.parseBoolean(System.getProperty(ERR, Boolean.toString(isConsole())));
    }

    /** Since Java 22 there is a console without a terminal too, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull") // It is null up to Java 21, and what follows is for later ones.
    private static boolean isConsole() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
