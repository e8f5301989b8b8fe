package dev.heed.cli.maven;

import dev.heed.input.Coordinate;
import dev.heed.input.MavenException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a project on disk: what one of them needs of another is taken from the other's {@code target/classes}, as a build of
 * the whole project would.
 */
final class MavenModules implements WorkspaceReader {
    private static final String POM = "pom.xml";
    private static final int MOST = 2_000;

    private final Map<Path, Model> models = new LinkedHashMap<>();
    private final WorkspaceRepository repository = new WorkspaceRepository("heed");

    private MavenModules() {}

    /**
     * Reads a module, those below it, and those beside it.
     *
     * @throws MavenException if its pom.xml cannot be read
     */
    static MavenModules around(Path directory) throws MavenException {
        MavenModules modules = new MavenModules();
        Path own = real(directory);
        Model model = modules.read(own);
        if (model == null) {
            throw new MavenException("The file " + directory.resolve(POM) + " is no POM that can be read.");
        }
        Path top = own;
        for (int i = 0; i < MOST && model != null; i++) {
            Path parent = parent(top, model.getParent());
            model = parent == null ? null : modules.read(parent);
            top = model == null || parent == null ? top : parent;
        }
        modules.addBelow(top);
        modules.addBelow(own);
        return modules;
    }

    /** The directory of the module, and of those below it, that have class files. */
    List<Path> compiled(Path directory) {
        Path own = real(directory);
        List<Path> compiled = new ArrayList<>();
        collect(own, compiled, new ArrayList<>());
        return compiled;
    }

    private void collect(Path directory, List<Path> compiled, List<Path> seen) {
        Model model = models.get(directory);
        if (model == null || seen.contains(directory)) {
            return;
        }
        seen.add(directory);
        if (Files.isDirectory(classes(directory))) {
            compiled.add(directory);
        }
        for (Path module : modules(directory, model)) {
            collect(module, compiled, seen);
        }
    }

    static Path classes(Path directory) {
        return directory.resolve("target").resolve("classes");
    }

    static Path sources(Path directory) {
        return directory.resolve("src").resolve("main").resolve("java");
    }

    /** Group, artifact and version as the POM has them. */
    Coordinate coordinate(Path directory) throws MavenException {
        Model model = models.get(directory);
        String group = model == null ? null : group(model);
        String version = model == null ? null : version(model);
        if (model == null || group == null || version == null || model.getArtifactId() == null) {
            throw new MavenException("The file " + directory.resolve(POM) + " does not say what it builds.");
        }
        return new Coordinate(group, model.getArtifactId(), version);
    }

    private static @Nullable String group(Model model) {
        Parent parent = model.getParent();
        return model.getGroupId() == null && parent != null ? parent.getGroupId() : model.getGroupId();
    }

    private static @Nullable String version(Model model) {
        Parent parent = model.getParent();
        return model.getVersion() == null && parent != null ? parent.getVersion() : model.getVersion();
    }

    private void addBelow(Path directory) {
        Model model = models.size() < MOST ? read(directory) : null;
        if (model != null) {
            for (Path module : modules(directory, model)) {
                if (!models.containsKey(module)) {
                    addBelow(module);
                }
            }
        }
    }

    private @Nullable Model read(Path directory) {
        Model known = models.get(directory);
        if (known != null) {
            return known;
        }
        try (InputStream in = Files.newInputStream(directory.resolve(POM))) {
            Model model = new MavenXpp3Reader().read(in, false);
            models.put(directory, model);
            return model;
        } catch (IOException | XmlPullParserException e) {
            // Of the module asked for this is an error; of one beside it, it is as if it were not there.
            return null;
        }
    }

    private static List<Path> modules(Path directory, Model model) {
        List<Path> modules = new ArrayList<>();
        for (String name : model.getModules()) {
            Path module = resolved(directory, name);
            Path pomDirectory = module != null && module.toString().endsWith(".xml") ? module.getParent() : module;
            if (pomDirectory != null && Files.isRegularFile(pomDirectory.resolve(POM))) {
                modules.add(real(pomDirectory));
            }
        }
        return modules;
    }

    /** Null for what is no path, such as a property that only a build fills in. */
    private static @Nullable Path resolved(Path directory, String path) {
        try {
            return directory.resolve(path.strip());
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static @Nullable Path parent(Path directory, @Nullable Parent parent) {
        if (parent == null
                || parent.getRelativePath() == null
                || parent.getRelativePath().isBlank()) {
            return null;
        }
        Path path = resolved(directory, parent.getRelativePath());
        Path pom = path != null && Files.isDirectory(path) ? path.resolve(POM) : path;
        Path around = pom == null ? null : pom.getParent();
        return pom != null && around != null && Files.isRegularFile(pom) && pom.endsWith(POM) ? real(around) : null;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
        for (Map.Entry<Path, Model> module : models.entrySet()) {
            if (is(artifact, module.getValue())) {
                boolean isPom = artifact.getExtension().equals("pom");
                Path file = isPom ? module.getKey().resolve(POM) : classes(module.getKey());
                boolean isMain = isPom || artifact.getClassifier().isEmpty();
                return isMain && Files.exists(file) ? file.toFile() : null;
            }
        }
        return null;
    }

    private static boolean is(Artifact artifact, Model model) {
        String version = version(model);
        return artifact.getArtifactId().equals(model.getArtifactId())
                && artifact.getGroupId().equals(group(model))
                && version != null
                // A property in the version is filled in by a build; there is one module of that name.
                && (version.equals(artifact.getVersion()) || version.contains("${"));
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return models.values().stream()
                .filter(model -> artifact.getArtifactId().equals(model.getArtifactId())
                        && artifact.getGroupId().equals(group(model)))
                .map(model -> String.valueOf(version(model)))
                .toList();
    }
}
