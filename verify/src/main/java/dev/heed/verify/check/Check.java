package dev.heed.verify.check;

import dev.heed.verify.Explorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Answers questions by running the code in this JVM. Each question gets class loaders of its own, also for the libraries: no answer
 * depends on what was asked before.
 */
public final class Check {
    private final List<Path> classes;
    private final List<Path> libraries;

    /**
     * Of these classes.
     *
     * @param classes directories and jars of the classes to look into
     * @param libraries what else they need
     */
    public Check(List<Path> classes, List<Path> libraries) {
        this.classes = List.copyOf(classes);
        this.libraries = List.copyOf(libraries);
    }

    /**
     * Runs the code.
     *
     * @throws IOException if the class path cannot be read
     * @throws InterruptedException if the calling thread is interrupted; the current run is stopped
     */
    public Answer answer(Question question) throws IOException, InterruptedException {
        try (Explorer explorer = Explorer.of(classes, libraries)) {
            return new Inquiry(explorer, question).run();
        }
    }
}
