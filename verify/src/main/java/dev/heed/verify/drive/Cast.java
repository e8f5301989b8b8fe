package dev.heed.verify.drive;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What values are made of which the declarations tell nothing: the program itself tells, when it casts one and fails.
 *
 * @param type what they are cast to, as {@code Class.getName} gives it; empty if nothing is known
 * @param tried the types so far
 */
record Cast(String type, Set<String> tried) {
    static final Cast NONE = new Cast("", Set.of());

    /** More than these, and the values are not all of one type. */
    private static final int MOST = 3;

    /** As the JVM has put it since JDK 11: only of what is made without knowing more. */
    private static final Pattern MESSAGE = Pattern.compile("class (\\S+) cannot be cast to class (\\S+) .*");

    Cast {
        tried = Set.copyOf(tried);
    }

    Optional<Cast> after(ClassCastException failure) {
        Matcher message = MESSAGE.matcher(String.valueOf(failure.getMessage()));
        if (!message.matches()) {
            return Optional.empty();
        }
        boolean isMadeUp = message.group(1).equals(String.class.getName())
                || message.group(1).equals(type);
        String wanted = message.group(2);
        if (!isMadeUp || wanted.startsWith("[") || tried.size() == MOST || tried.contains(wanted)) {
            return Optional.empty();
        }
        Set<String> all = new TreeSet<>(tried);
        all.add(wanted);
        return Optional.of(new Cast(wanted, all));
    }
}
