package dev.heed.engine.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the build: reads the shipped model files, and writes beside this class what {@link ModelFiles} reads at run time. */
public final class ModelCompiler {

    private ModelCompiler() {}

    /**
     * Compiles.
     *
     * @param arguments the folder of the module's classes
     * @throws ModelException if something is wrong in a shipped file
     */
    public static void main(String[] arguments) throws IOException, ModelException {
        Path file = Path.of(arguments[0], "dev", "heed", "engine", "model", ModelFiles.COMPILED);
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            CompiledModels.write(ModelFiles.shippedSources(), out);
        }
    }
}
