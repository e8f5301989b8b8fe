package dev.heed.maven;

import java.util.LinkedHashMap;
import java.util.Map;

/** Heed's messages name options as its command line writes them; in a build they have the names of parameters. */
final class ParameterNames {
    private static final Map<String, String> NAMES = names();

    private ParameterNames() {}

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("--select", "heed.select");
        names.put("--ignore", "heed.ignore");
        names.put("--include", "heed.includes");
        names.put("--exclude", "heed.excludes");
        names.put("--encoding", "heed.encoding");
        names.put("--max-file-size", "heed.maxFileSize");
        names.put("--file-timeout", "heed.fileTimeout");
        names.put("--since", "heed.since");
        names.put("--threads", "heed.threads");
        names.put("--cache-dir", "heed.cacheDirectory");
        names.put("--models", "heed.models");
        names.put("--classpath", "the dependencies");
        names.put("--debug", "-X");
        names.put("--heap", "heed.heap");
        names.put("--timeout", "heed.timeout");
        names.put("--unsafe", "heed.unsafe");
        names.put("--write", "heed.write");
        names.put("--verbose", "heed.verbose");
        names.put("HEED_JAVA_OPTS", "MAVEN_OPTS");
        return Map.copyOf(names);
    }

    /** The message with the names of parameters. */
    static String in(String message) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < message.length()) {
            String option = option(message, i);
            String name = NAMES.get(option);
            text.append(name != null ? name : option);
            i += option.length();
        }
        return text.toString();
    }

    /** The word that begins here, as long as it may be a name; else one character. */
    private static String option(String message, int start) {
        int end = start;
        while (end < message.length() && isNamePart(message.charAt(end))) {
            end++;
        }
        return message.substring(start, Math.max(end, start + 1));
    }

    private static boolean isNamePart(char c) {
        return c == '-' || c == '_' || Character.isLetterOrDigit(c);
    }
}
