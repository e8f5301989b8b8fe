package dev.heed.cli.maven;

import dev.heed.input.ArtifactSource;
import dev.heed.input.Coordinate;
import dev.heed.input.MavenException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.DependencyResult;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.jspecify.annotations.Nullable;

/** Fetches artifacts: from the local repository, else from where Maven's settings say. */
public final class MavenArtifacts implements AutoCloseable {
    private final RepositorySystem system;
    private final DefaultRepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    /**
     * Reads Maven's settings.
     *
     * @throws MavenException if they cannot be read
     */
    public MavenArtifacts(MavenOptions options, DownloadListener downloads) throws MavenException {
        Settings settings = SettingsReader.read(options);
        this.system = new RepositorySystemSupplier().get();
        this.session = Sessions.session(system, settings, options);
        session.setTransferListener(new Transfers(downloads));
        session.setRepositoryListener(new AbstractRepositoryListener() {});
        this.repositories = Sessions.repositories(system, session, settings);
    }

    /**
     * Fetches an artifact's sources, class files and libraries. Without the latter two the scan still works.
     *
     * @throws MavenException if there are no sources to be had
     */
    public ArtifactSource.Resolved resolve(Coordinate coordinate) throws MavenException {
        Path sources = sources(coordinate);
        List<Path> classPath = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> missingOptional = new ArrayList<>();
        libraries(session, coordinate, classPath, missing, missingOptional);
        return new ArtifactSource.Resolved(sources, classPath, missing, missingOptional);
    }

    /**
     * A module of a project on disk, compiled.
     *
     * @param directory where its pom.xml is
     * @param sources its sources
     * @param classes its class files
     * @param libraries what it needs at run time
     * @param missing libraries that could not be had, one sentence each
     */
    public record Module(Path directory, Path sources, Path classes, List<Path> libraries, List<String> missing) {
        public Module {
            libraries = List.copyOf(libraries);
            missing = List.copyOf(missing);
        }
    }

    /**
     * The module in a directory, and those below it, as far as they are compiled, with their libraries as their POMs, parents and
     * dependency management have them.
     *
     * @throws MavenException if a pom.xml cannot be read, or its parent cannot be had
     */
    public List<Module> modules(Path directory) throws MavenException {
        MavenModules workspace = MavenModules.around(directory);
        DefaultRepositorySystemSession own = new DefaultRepositorySystemSession(session);
        own.setWorkspaceReader(workspace);
        List<Module> modules = new ArrayList<>();
        for (Path module : workspace.compiled(directory)) {
            Coordinate coordinate = workspace.coordinate(module);
            checkDescriptor(own, coordinate, module);
            List<Path> libraries = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            libraries(own, coordinate, libraries, missing, new ArrayList<>());
            Path classes = MavenModules.classes(module);
            libraries.remove(classes);
            modules.add(new Module(module, MavenModules.sources(module), classes, libraries, missing));
        }
        return modules;
    }

    /** What is wrong with a module's own POM must be told; the session ignores it for the POMs of libraries. */
    private void checkDescriptor(DefaultRepositorySystemSession session, Coordinate coordinate, Path module)
            throws MavenException {
        DefaultRepositorySystemSession strict = new DefaultRepositorySystemSession(session);
        strict.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
        Artifact pom = new DefaultArtifact(coordinate.group(), coordinate.artifact(), "", "pom", coordinate.version());
        try {
            system.readArtifactDescriptor(strict, new ArtifactDescriptorRequest(pom, repositories, null));
        } catch (ArtifactDescriptorException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new MavenException(
                    "The libraries of " + module.resolve("pom.xml") + " cannot be found out: " + Failures.reason(cause)
                            + (session.isOffline() ? " (offline)" : "") + ". Give them with --classpath-file.",
                    e);
        }
    }

    private Path sources(Coordinate coordinate) throws MavenException {
        try {
            return file(coordinate, "sources", "jar");
        } catch (ArtifactResolutionException noSources) {
            if (Failures.isUnreachable(noSources, session.isOffline())) {
                throw Failures.unreachable(coordinate, noSources, session.isOffline());
            }
            boolean exists = exists(coordinate);
            throw new MavenException(
                    exists
                            ? coordinate + " has no sources jar in " + names()
                                    + ": its authors publish none; scan a checkout of" + " its sources instead."
                            : "There is no artifact " + coordinate + " in " + names()
                                    + "; check its spelling and version.",
                    noSources);
        }
    }

    private boolean exists(Coordinate coordinate) throws MavenException {
        try {
            file(coordinate, "", "pom");
            return true;
        } catch (ArtifactResolutionException e) {
            if (Failures.isUnreachable(e, session.isOffline())) {
                throw Failures.unreachable(coordinate, e, session.isOffline());
            }
            return false;
        }
    }

    private String names() {
        return String.join(
                ", ", repositories.stream().map(RemoteRepository::getId).toList());
    }

    private Path file(Coordinate coordinate, String classifier, String extension) throws ArtifactResolutionException {
        Artifact artifact = new DefaultArtifact(
                coordinate.group(), coordinate.artifact(), classifier, extension, coordinate.version());
        return system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                .getArtifact()
                .getFile()
                .toPath();
    }

    private void libraries(
            RepositorySystemSession session,
            Coordinate coordinate,
            List<Path> classPath,
            List<String> missing,
            List<String> missingOptional) {
        Artifact artifact =
                new DefaultArtifact(coordinate.group(), coordinate.artifact(), "", "jar", coordinate.version());
        CollectRequest collect = new CollectRequest(new Dependency(artifact, JavaScopes.COMPILE), repositories);
        // Optional and provided libraries too: the sources use their types.
        DependencyRequest request = new DependencyRequest(
                collect,
                DependencyFilterUtils.classpathFilter(JavaScopes.COMPILE, JavaScopes.RUNTIME, JavaScopes.PROVIDED));
        DependencyResult result;
        try {
            result = system.resolveDependencies(session, request);
        } catch (DependencyResolutionException e) {
            result = e.getResult();
            if (e.getCause() instanceof DependencyCollectionException collection) {
                missing.add("The libraries of " + coordinate + " cannot all be found out: "
                        + Failures.reason(collection) + ".");
                withoutLibraries(coordinate, classPath);
            }
        }
        if (result == null) {
            return;
        }
        for (ArtifactResult one : result.getArtifactResults()) {
            Artifact resolved = one.getArtifact();
            if (one.isResolved() && resolved != null && resolved.getFile() != null) {
                classPath.add(resolved.getFile().toPath());
            } else {
                (isOptional(one) ? missingOptional : missing).add(sentence(one));
            }
        }
    }

    private static boolean isOptional(ArtifactResult result) {
        DependencyNode node = result.getRequest().getDependencyNode();
        Dependency dependency = node == null ? null : node.getDependency();
        return dependency != null && (dependency.isOptional() || JavaScopes.PROVIDED.equals(dependency.getScope()));
    }

    private static String sentence(ArtifactResult result) {
        DependencyNode node = result.getRequest().getDependencyNode();
        Artifact artifact = node == null ? result.getRequest().getArtifact() : node.getArtifact();
        @Nullable
        Exception problem = result.getExceptions().stream().findFirst().orElse(null);
        String why = problem instanceof ArtifactNotFoundException || problem == null
                ? "it is in no repository"
                : Failures.reason(problem);
        return "The library " + artifact + " cannot be had: " + why + ".";
    }

    private void withoutLibraries(Coordinate coordinate, List<Path> classPath) {
        try {
            classPath.add(file(coordinate, "", "jar"));
        } catch (ArtifactResolutionException e) {
            // Told already: what cannot be collected is named in full.
            return;
        }
    }

    @Override
    public void close() {
        system.shutdown();
    }

    /** Passes on what a user may want to see of downloads. */
    private static final class Transfers extends AbstractTransferListener {
        private final DownloadListener downloads;

        Transfers(DownloadListener downloads) {
            this.downloads = downloads;
        }

        @Override
        public void transferStarted(TransferEvent event) {
            String name = event.getResource().getResourceName();
            downloads.started(name.substring(name.lastIndexOf('/') + 1));
        }

        @Override
        public void transferProgressed(TransferEvent event) {
            downloads.received(event.getDataLength());
        }

        @Override
        public void transferSucceeded(TransferEvent event) {
            downloads.ended();
        }

        @Override
        public void transferFailed(TransferEvent event) {
            downloads.ended();
        }
    }
}
