package dev.heed.report;

import dev.heed.engine.rule.Level;

/** Colours of a terminal, or none. Only the eight colours that every theme defines. */
enum Style {
    ERROR("1;31"),
    WARNING("1;33"),
    NOTE("1;36"),
    STRONG("1"),
    GUTTER("34"),
    STEP("36"),
    HELP("1;32"),
    ADDED("32"),
    REMOVED("31"),
    FAINT("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    static Style of(Level level) {
        return switch (level) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case NOTE -> NOTE;
        };
    }

    String paint(boolean colour, String text) {
        return colour && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
