package dev.heed.maven;

import dev.heed.input.ClassPath;
import dev.heed.input.DisplayPaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** A module of the build: where its sources and its libraries are. */
final class Module {
    private final MavenProject project;
    private final MavenSession session;

    Module(MavenProject project, MavenSession session) {
        this.project = project;
        this.session = session;
    }

    String name() {
        return project.getArtifactId();
    }

    /** What paths are relative to, in every module: the directory of the whole project. */
    Path root() {
        return session.getRequest()
                .getMultiModuleProjectDirectory()
                .toPath()
                .toAbsolutePath()
                .normalize();
    }

    /** A file as people are told of it. */
    String shown(Path file) {
        return new DisplayPaths(root()).of(file);
    }

    /** Source directories that exist. */
    List<Path> sources(boolean withTests, boolean withGenerated) {
        List<String> names = new ArrayList<>(project.getCompileSourceRoots());
        if (withTests) {
            names.addAll(project.getTestCompileSourceRoots());
        }
        Path base = project.getBasedir().toPath();
        Path build = base.resolve(project.getBuild().getDirectory()).normalize();
        Set<Path> roots = new LinkedHashSet<>();
        for (String name : names) {
            Path directory = base.resolve(name).normalize();
            if (Files.isDirectory(directory) && (withGenerated || !directory.startsWith(build))) {
                roots.add(directory);
            }
        }
        return List.copyOf(roots);
    }

    /** Libraries, and what the build has compiled of this module: the types of generated sources are there. */
    ClassPath classPath(boolean withTests) throws MojoExecutionException {
        ClassPath classPath = new ClassPath(root());
        try {
            List<String> elements =
                    withTests ? project.getTestClasspathElements() : project.getCompileClasspathElements();
            elements.forEach(element -> classPath.addIfPresent(Path.of(element)));
            return classPath;
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("The libraries of " + name() + " are not resolved: " + e.getMessage(), e);
        }
    }

    /** What the build has compiled of this module. */
    List<Path> classes(boolean withTests) {
        List<Path> classes = new ArrayList<>();
        for (String name : outputs(withTests)) {
            Path directory = Path.of(name);
            if (Files.isDirectory(directory)) {
                classes.add(directory);
            }
        }
        return List.copyOf(classes);
    }

    /** What running it needs beside them: also what is there at run time, or for tests, only. */
    List<Path> libraries() throws MojoExecutionException {
        Set<String> outputs = outputs(true);
        List<Path> libraries = new ArrayList<>();
        classPath(true).entries().stream()
                .filter(entry -> !outputs.contains(entry.toString()))
                .forEach(libraries::add);
        return List.copyOf(libraries);
    }

    private Set<String> outputs(boolean withTests) {
        Set<String> names = new LinkedHashSet<>();
        names.add(project.getBuild().getOutputDirectory());
        if (withTests) {
            names.add(project.getBuild().getTestOutputDirectory());
        }
        return names;
    }

    /** How many threads one module may have, so that all together have no more than there are processors. */
    int fairThreads() {
        return Math.max(
                1,
                Runtime.getRuntime().availableProcessors()
                        / Math.max(1, session.getRequest().getDegreeOfConcurrency()));
    }
}
