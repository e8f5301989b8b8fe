package dev.heed.verify.run;

import dev.heed.verify.point.Site;
import java.util.Locale;
import java.util.Set;

/** How urgent a call says it is that somebody reads what it logs. */
final class LogLevels {
    /** Of java.util.logging, System.Logger, Log4j 2 and slf4j 2: by name, since most of them are the scanned program's. */
    private static final Set<String> LEVEL_TYPES = Set.of(
            "java.util.logging.Level",
            "java.lang.System$Logger$Level",
            "org.apache.logging.log4j.Level",
            "org.slf4j.event.Level");

    /** Methods that are given their level. */
    private static final Set<String> WITH_LEVEL = Set.of("log", "logp");

    private LogLevels() {}

    /** Whether it is a level, not something to tell. */
    static boolean isLevel(Object argument) {
        Class<?> type = argument instanceof Enum<?> constant ? constant.getDeclaringClass() : argument.getClass();
        return LEVEL_TYPES.contains(type.getName());
    }

    /**
     * What the call does.
     *
     * @param level what it was given as level last, if it is given one
     */
    static Event.Kind kind(Site site, String level) {
        String method = site.what().substring(site.what().lastIndexOf('.') + 1);
        String said = WITH_LEVEL.contains(method) ? level : method;
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "error", "severe", "fatal" -> Event.Kind.ALARMED;
            case "warn", "warning" -> Event.Kind.WARNED;
            default -> Event.Kind.LOGGED;
        };
    }
}
