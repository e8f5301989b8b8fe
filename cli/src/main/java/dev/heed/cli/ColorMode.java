package dev.heed.cli;

import java.util.Locale;
import java.util.Map;

/** What {@code --color} says. */
enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER;

    /**
     * Whether to colour. In the automatic mode the variables decide that stand for this everywhere: {@code NO_COLOR}
     * (no-color.org), {@code CLICOLOR_FORCE} and {@code CLICOLOR} (bixense.com/clicolors), {@code TERM=dumb}; else a terminal
     * is coloured.
     */
    boolean colours(boolean isTerminal, Map<String, String> environment) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> {
                if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
                    yield false;
                }
                String force = environment.getOrDefault("CLICOLOR_FORCE", "");
                if (!force.isEmpty() && !force.equals("0")) {
                    yield true;
                }
                yield isTerminal
                        && !environment.getOrDefault("CLICOLOR", "").equals("0")
                        && !environment.getOrDefault("TERM", "").equals("dumb");
            }
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
