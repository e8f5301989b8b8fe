package dev.heed.verify;

import dev.heed.verify.drive.Drive;
import dev.heed.verify.drive.Steering;
import dev.heed.verify.drive.Wishes;
import dev.heed.verify.point.Site;
import dev.heed.verify.rewrite.ClassPath;
import dev.heed.verify.rewrite.Rewriting;
import dev.heed.verify.run.Program;
import dev.heed.verify.witness.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Runs a scenario undisturbed, then once for each point at which a cancellation may arrive, with the cancellation delivered there, and
 * says what did not hold afterwards.
 *
 * <p>The classes are rewritten as they are loaded, once for each run; their files, the libraries and the JDK stay as they are. The
 * scenario runs in this JVM, in daemon threads: nothing keeps it from what any Java code may do.
 */
public final class Explorer implements AutoCloseable {
    private static final Pattern INSIDE_A_METHOD = Pattern.compile("\\$\\d");

    private final ClassPath classPath;
    private final Rewriting rewriting;

    private Explorer(ClassPath classPath, boolean withFailures) {
        this.classPath = classPath;
        this.rewriting = new Rewriting(classPath, withFailures);
    }

    /**
     * Explores these classes.
     *
     * @param classes directories and jars of the classes to look into: their calls are the points
     * @param libraries what else they need
     */
    public static Explorer of(List<Path> classes, List<Path> libraries) {
        return of(classes, libraries, false);
    }

    /**
     * Explores these classes.
     *
     * @param classes directories and jars of the classes to look into: their calls are the points
     * @param libraries what else they need
     * @param withFailures whether there are also runs in which a call fails, or its time is up, while nobody is cancelled
     */
    public static Explorer of(List<Path> classes, List<Path> libraries, boolean withFailures) {
        return new Explorer(new ClassPath(classes, libraries), withFailures);
    }

    /**
     * Explores a scenario. Two calls give equal results as long as the scenario comes to the same points.
     *
     * @throws InterruptedException if the calling thread is interrupted; the current run is stopped
     */
    public Exploration explore(Entry entry, Settings settings) throws InterruptedException {
        return explore(entry, settings, point -> true);
    }

    /**
     * Explores a scenario at some of its points only.
     *
     * @param isWanted at which ones
     * @throws InterruptedException if the calling thread is interrupted; the current run is stopped
     */
    public Exploration explore(Entry entry, Settings settings, Predicate<Point> isWanted) throws InterruptedException {
        return explore(entry, settings, isWanted, point -> false);
    }

    /**
     * Explores a scenario at some of its points only, and at calls of stubs that were made up for it.
     *
     * @param isWanted at which points
     * @param isStubWanted at which calls of stubs: those that are declared to throw {@code Exception} or {@code Throwable}, so that
     *     whoever implements them may throw {@code InterruptedException}
     * @throws InterruptedException if the calling thread is interrupted; the current run is stopped
     */
    public Exploration explore(Entry entry, Settings settings, Predicate<Point> isWanted, Predicate<Point> isStubWanted)
            throws InterruptedException {
        Program program = sink -> {
            ClassLoader loader = rewriting.load(sink, entry::adapted);
            return new Program.Prepared(loader, entry.in(loader));
        };
        Exploring exploring = new Exploring(rewriting.sites(), settings);
        Exploration found;
        try {
            found = new Search(exploring, settings, program, isWanted, isStubWanted).run();
        } catch (ReflectiveOperationException | LinkageError e) {
            found = new Exploration("never", "the scenario cannot be loaded: " + e, List.of(), List.of());
        }
        return withNotes(found);
    }

    /**
     * Scenarios made up for what other code can call of these classes, in the order of their names.
     *
     * @param isWanted by class name, whose members
     * @param missing takes what cannot be driven, and why
     * @throws IOException if a place of the class path cannot be read
     */
    public List<Drive> drives(Predicate<String> isWanted, List<String> missing) throws IOException {
        ClassLoader loader = rewriting.load(null);
        List<Drive> drives = new ArrayList<>();
        for (String name : rewriting.classNames()) {
            if (isWanted.test(name) && !INSIDE_A_METHOD.matcher(name).find()) {
                try {
                    drives.addAll(Drive.of(Class.forName(name, false, loader)));
                } catch (ClassNotFoundException | LinkageError e) {
                    missing.add(name + " cannot be loaded: " + e);
                }
            }
        }
        return drives;
    }

    /**
     * A scenario made up for one method or constructor, also for one that nobody else can call.
     *
     * @param className as {@code Class.getName} gives it
     * @param name its name, {@code <init>} for a constructor
     * @param descriptor its descriptor, as in class files
     * @throws ClassNotFoundException if the class is not there
     * @throws LinkageError if the class, or one that it needs, cannot be loaded
     */
    public Optional<Drive> drive(String className, String name, String descriptor) throws ClassNotFoundException {
        return Drive.of(Class.forName(className, false, rewriting.load(null)), name, descriptor);
    }

    /**
     * What a drive must find for the calls at some lines to be reached.
     *
     * @param classNames the classes around them
     * @param isGoal whether a line of a class is one of these
     */
    public Wishes wishes(Set<String> classNames, BiPredicate<String, Integer> isGoal) {
        return Steering.to(classNames, isGoal, name -> rewriting.isOwn(name) ? classPath.read(name) : null);
    }

    /** The places with probes of these classes, by name; those that cannot be read have none. */
    public List<Site> sites(Set<String> classNames) {
        classNames.forEach(name -> rewriting.prepare(name.replace('.', '/')));
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < rewriting.sites().size(); i++) {
            Site site = rewriting.sites().get(i);
            if (classNames.contains(site.className())) {
                sites.add(site);
            }
        }
        return sites;
    }

    private Exploration withNotes(Exploration found) {
        List<String> notes = new ArrayList<>(found.notes());
        for (String left : rewriting.leftAlone()) {
            notes.add(left + " could not be read, and runs without probes");
        }
        return new Exploration(found.undisturbed(), found.problem(), found.trials(), notes);
    }

    /** Forgets the class path. */
    @Override
    public void close() throws IOException {
        classPath.close();
    }
}
