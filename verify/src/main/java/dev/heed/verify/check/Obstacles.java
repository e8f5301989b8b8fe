package dev.heed.verify.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was in the way on all attempts, of which the user is told what helps most. */
final class Obstacles {
    /** What somebody can do something about comes before what just is so. */
    private static final List<Obstacle> TELLING = List.of(
            Obstacle.MISSING_CLASS, Obstacle.UNLOADABLE, Obstacle.NATIVE, Obstacle.INITIALIZER, Obstacle.EXITED);

    private final Map<Obstacle, String> reasons = new EnumMap<>(Obstacle.class);
    private Obstacle first = Obstacle.NOT_DRIVEN;

    /** One more; of its kind the first counts. */
    void add(Obstacle obstacle, String reason) {
        if (reasons.isEmpty()) {
            first = obstacle;
        }
        reasons.putIfAbsent(obstacle, reason);
    }

    /** Adds what an exception tells, that the called code or its loading threw; false if it is an ordinary one. */
    boolean add(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < 10 && cause != null; i++) {
            if (cause instanceof LinkageError error) {
                add(error);
                return true;
            }
            if (cause instanceof ClassNotFoundException) {
                add(Obstacle.MISSING_CLASS, missing(String.valueOf(cause.getMessage())));
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private void add(LinkageError error) {
        String message = String.valueOf(error.getMessage());
        if (error instanceof ExceptionInInitializerError || message.startsWith("Could not initialize class")) {
            Throwable cause = error.getCause();
            String why = cause == null ? message : cause.toString();
            add(Obstacle.INITIALIZER, "A static initializer fails: " + Sentences.end(why));
        } else if (error instanceof NoClassDefFoundError) {
            add(Obstacle.MISSING_CLASS, missing(message));
        } else if (error instanceof UnsatisfiedLinkError) {
            add(Obstacle.NATIVE, "The code needs a native library: " + Sentences.end(message));
        } else if (error instanceof UnsupportedClassVersionError) {
            add(
                    Obstacle.UNLOADABLE,
                    "A class is compiled for a newer Java than the "
                            + Runtime.version().feature() + " that runs it: " + Sentences.end(message));
        } else {
            add(
                    Obstacle.UNLOADABLE,
                    "A class cannot be loaded: "
                            + Sentences.end(error.getClass().getSimpleName() + ": " + message));
        }
    }

    private static String missing(String name) {
        return "The class " + name.replace('/', '.') + " is not on the class path.";
    }

    /** The answer if nothing else is known. */
    Answer answer() {
        for (Obstacle obstacle : TELLING) {
            String reason = reasons.get(obstacle);
            if (reason != null) {
                return Answer.unknown(obstacle, reason);
            }
        }
        String reason = reasons.getOrDefault(first, "There is no method to call that leads there.");
        return Answer.unknown(first, reason);
    }
}
