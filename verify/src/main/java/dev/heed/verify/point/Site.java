package dev.heed.verify.point;

import java.util.List;

/**
 * A place in a rewritten class that has a probe.
 *
 * @param kind what is there
 * @param className the class, as {@code Class.getName} gives it
 * @param method the method's name; a lambda's is that of the method around it
 * @param file the source file's name, or the class's where there is none
 * @param line the line, or 0 where the class file does not tell
 * @param what the call, such as {@code Thread.sleep}; the type that a handler takes
 * @param deliveries how a cancellation may arrive here; empty if none may
 * @param failures the checked exceptions that the call declares beyond those that mean cancellation, as {@code Class.getName} gives
 *     them; empty if no failure is to be delivered
 */
public record Site(
        Kind kind,
        String className,
        String method,
        String file,
        int line,
        String what,
        List<Delivery> deliveries,
        List<String> failures) {
    /** What a probe is for. */
    public enum Kind {
        /** A call that may deliver a cancellation. */
        POINT,
        /** A call that is one only if what it calls was not rewritten: an interface that a stub may stand behind. */
        OPEN_POINT,
        /** A call whose declaration lets whoever implements it throw anything: one only if a made-up stub stands behind it. */
        STUB_POINT,
        /** A {@code catch}. */
        HANDLER,
        /** A handler that the compiler made: {@code finally}, {@code synchronized}, try-with-resources. */
        FINALLY,
        /** A jump back. */
        LOOP,
        /** Another call that a probe watches. */
        CALL
    }

    public Site {
        deliveries = List.copyOf(deliveries);
        failures = List.copyOf(failures);
    }

    /** Such as {@code Account.java:16}. */
    public String place() {
        return line > 0 ? file + ":" + line : file;
    }

    /** Such as {@code Account.java:16 Thread.sleep}: the same in every run. */
    public String name() {
        return what.isEmpty() ? place() : place() + " " + what;
    }

    /** Class and method, such as {@code Account.transfer}. */
    public String where() {
        return className.substring(className.lastIndexOf('.') + 1) + "." + method;
    }
}
