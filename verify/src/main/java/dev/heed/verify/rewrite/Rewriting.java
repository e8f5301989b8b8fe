package dev.heed.verify.rewrite;

import dev.heed.verify.point.CallModel;
import dev.heed.verify.point.ClassFiles;
import dev.heed.verify.point.Sites;
import dev.heed.verify.probe.Probes;
import dev.heed.verify.probe.Sink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Rewrites the classes of a class path once, and loads them as often as they are run. */
public final class Rewriting {
    private final ClassPath classPath;
    private final Sites sites = new Sites();
    private final ClassRewriter rewriter;
    private final Map<String, Boolean> own = new ConcurrentHashMap<>();
    private final Map<String, byte[]> rewritten = new ConcurrentHashMap<>();
    private final Set<String> leftAlone = new ConcurrentSkipListSet<>();
    private final byte[] probes;

    /**
     * Of these classes.
     *
     * @param withFailures whether calls may also fail, or be late
     */
    public Rewriting(ClassPath classPath, boolean withFailures) {
        this.classPath = classPath;
        this.rewriter =
                new ClassRewriter(new CallModel(new ClassFiles(classPath::read), this::isOwn, withFailures), sites);
        this.probes = readProbes();
    }

    /** The sites of the classes loaded so far. */
    public Sites sites() {
        return sites;
    }

    /** The classes that could not be given probes, in order. */
    public List<String> leftAlone() {
        return List.copyOf(leftAlone);
    }

    /** A loader whose classes are fresh, and whose probes speak to this sink, or to nobody. */
    public ClassLoader load(@Nullable Sink sink) {
        return load(sink, (internalName, file) -> file);
    }

    /**
     * The same, where the classes are changed once more.
     *
     * @param adapted makes of a class's internal name and its file with probes the file to load
     */
    public ClassLoader load(@Nullable Sink sink, BiFunction<String, byte[], byte[]> adapted) {
        RewritingLoader loader = new RewritingLoader(this, classPath, adapted);
        try {
            loader.loadClass(Probes.class.getName())
                    .getMethod("install", Sink.class)
                    .invoke(null, sink);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the probes cannot be loaded", e);
        }
        return loader;
    }

    /**
     * The names of the classes that are rewritten, in order.
     *
     * @throws IOException if a place of the class path cannot be read
     */
    public List<String> classNames() throws IOException {
        return classPath.ownNames();
    }

    /** Rewrites a class, by its internal name, before anybody loads it: then its sites are known. */
    public void prepare(String internalName) {
        if (isOwn(internalName)) {
            file(internalName);
        }
    }

    byte[] probes() {
        return probes;
    }

    /** Whether a class, by its internal name, is among those that are rewritten. */
    public boolean isOwn(String internalName) {
        return own.computeIfAbsent(internalName, classPath::isOwn);
    }

    /** The class's file with probes; as it is if that cannot be; null if there is none. */
    byte @Nullable [] file(String internalName) {
        byte[] known = rewritten.get(internalName);
        if (known != null) {
            return known;
        }
        // Two loads at once must get the same site numbers.
        synchronized (rewritten) {
            return rewritten.computeIfAbsent(internalName, this::rewrite);
        }
    }

    private byte @Nullable [] rewrite(String internalName) {
        byte[] original = classPath.read(internalName);
        if (original == null) {
            return null;
        }
        try {
            return rewriter.rewrite(original);
        } catch (UnreadableClassException e) {
            leftAlone.add(internalName.replace('/', '.'));
            return original;
        }
    }

    private static byte[] readProbes() {
        String name = Probes.class.getSimpleName() + ".class";
        try (InputStream file = Probes.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from heed-verify's jar");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
