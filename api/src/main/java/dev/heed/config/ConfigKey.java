package dev.heed.config;

import dev.heed.FailOn;
import dev.heed.engine.rule.Finding;
import dev.heed.input.FileSize;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can stand at the top of a {@code heed.toml}: the only list of it. The page of the configuration is held to it. */
public enum ConfigKey {
    SELECT(
            Type.STRINGS,
            "all that are on",
            "Only these rules or families; a rule that is off by default runs only if its own name is among them."),
    IGNORE(Type.STRINGS, "none", "Not these rules or families."),
    FAIL_ON(Type.STRING, "note", "The least level of a finding that fails a run: note, warning, error or never."),
    CONFIDENCE(Type.STRING, "likely", "How sure Heed must be: proved or likely."),
    INCLUDE(Type.STRINGS, "all", "Read only these files or directories, written as in .gitignore."),
    EXCLUDE(Type.STRINGS, "none", "Leave these files and directories out, written as in .gitignore."),
    GITIGNORE(Type.BOOLEAN, "true", "Whether what .gitignore files name is left out."),
    ENCODING(Type.STRING, "UTF-8", "Encoding of the sources."),
    MAX_FILE_SIZE(Type.STRING, "10M", "Source files larger than this are not read."),
    FILE_TIMEOUT(Type.INTEGER, "60", "Seconds after which a file is given up; 0 for never."),
    THREADS(Type.INTEGER, "one for each processor", "How many threads work."),
    CLASSPATH(Type.STRINGS, "none", "Class files of the libraries that the sources use; lib/* stands for jars."),
    MODELS(Type.STRINGS, "none", "Files that say what methods of your libraries do to a cancellation."),
    BASELINE(Type.STRING, "none", "Findings that are known, written by heed baseline create.");

    private final Type type;
    private final String defaultText;
    private final String summary;

    ConfigKey(Type type, String defaultText, String summary) {
        this.type = type;
        this.defaultText = defaultText;
        this.summary = summary;
    }

    /** What a value is. */
    public enum Type {
        STRING("a string"),
        STRINGS("a list of strings"),
        INTEGER("a whole number"),
        BOOLEAN("true or false");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** As it is written. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Type type() {
        return type;
    }

    /** What counts if nothing is written, in words. */
    public String defaultText() {
        return defaultText;
    }

    /** One sentence. */
    public String summary() {
        return summary;
    }

    static Optional<ConfigKey> of(String id) {
        return Arrays.stream(values()).filter(key -> key.id().equals(id)).findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(ConfigKey::id).toList();
    }

    /** What is wrong with a value of the right type; null if nothing is. */
    @Nullable
    String problem(Object value) {
        return switch (this) {
            case FAIL_ON ->
                notOneOf(
                        value,
                        Arrays.stream(FailOn.values()).map(FailOn::toString).toList());
            case CONFIDENCE ->
                notOneOf(
                        value,
                        Arrays.stream(Finding.Confidence.values())
                                .map(Finding.Confidence::id)
                                .toList());
            case ENCODING -> isCharset(value.toString()) ? null : "there is no charset \"" + value + "\"";
            case MAX_FILE_SIZE -> sizeProblem(value.toString());
            case FILE_TIMEOUT -> isFrom(value, 0, Integer.MAX_VALUE) ? null : "it must be 0 or more seconds";
            case THREADS -> isFrom(value, 1, 1024) ? null : "it must be from 1 to 1024";
            default -> null;
        };
    }

    private static @Nullable String notOneOf(Object value, List<String> allowed) {
        return allowed.contains(value.toString())
                ? null
                : "it must be one of " + String.join(", ", allowed) + ", not \"" + value + "\"";
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable String sizeProblem(String text) {
        try {
            FileSize.parse(text);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static boolean isFrom(Object value, long least, long most) {
        return value instanceof Long number && number >= least && number <= most;
    }
}
