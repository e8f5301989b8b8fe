package dev.heed.cli;

import dev.heed.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Asks the user whether code may be run. */
final class Consent {
    private static final int LONGEST_ANSWER = 100;

    private final Console console;
    private final boolean isGivenAlready;

    Consent(Console console, boolean isGivenAlready) {
        this.console = console;
        this.isGivenAlready = isGivenAlready;
    }

    /**
     * Says what is going to happen, and asks unless the options have answered.
     *
     * @throws UserException if there is nobody to ask
     */
    boolean isGiven(long findings, List<Path> classes) throws UserException, IOException {
        return isGiven(findings + (findings == 1 ? " finding" : " findings"), classes);
    }

    /**
     * The same for findings that have not been counted yet.
     *
     * @throws UserException if there is nobody to ask
     */
    boolean isGiven(String findings, List<Path> classes) throws UserException, IOException {
        Path here = console.workingDirectory().toAbsolutePath().normalize();
        String places = classes.stream()
                .map(place -> place.startsWith(here) && !place.equals(here) ? here.relativize(place) : place)
                .map(Path::toString)
                .collect(Collectors.joining(", "));
        String what = "This runs the code in " + places + ", for " + findings + ", many times each, with values made up"
                + " for it. There is no sandbox.";
        if (isGivenAlready) {
            new Messages(console, false, false).note(what);
            return true;
        }
        if (!console.isErrTerminal()) {
            throw new UserException(what + " Say --yes if it may.");
        }
        new Messages(console, false, false).note(what);
        console.err().print("heed: Run it? [y/N] ");
        console.err().flush();
        StringBuilder answer = new StringBuilder();
        for (int c = console.in().read(); c >= 0 && c != '\n' && answer.length() < LONGEST_ANSWER; ) {
            answer.append((char) c);
            c = console.in().read();
        }
        String word = answer.toString().strip();
        return word.equalsIgnoreCase("y") || word.equalsIgnoreCase("yes");
    }
}
