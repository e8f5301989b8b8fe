package dev.heed.verify.agent;

import dev.heed.verify.point.CallModel;
import dev.heed.verify.point.ClassFiles;
import dev.heed.verify.point.Sites;
import dev.heed.verify.probe.Probes;
import dev.heed.verify.rewrite.ClassRewriter;
import dev.heed.verify.rewrite.UnreadableClassException;
import dev.heed.verify.run.Switchboard;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Puts probes into the project's own classes as this JVM loads them: those that lie in directories, as a build leaves them, and those of
 * jars if they are asked for.
 */
public final class ProjectClasses {
    /** The explorer does not explore itself. */
    private static final Set<String> OURSELVES = Set.of(
            "dev.heed.verify",
            "dev.heed.verify.agent",
            "dev.heed.verify.drive",
            "dev.heed.verify.oracle",
            "dev.heed.verify.point",
            "dev.heed.verify.probe",
            "dev.heed.verify.rewrite",
            "dev.heed.verify.run",
            "dev.heed.verify.scenario",
            "dev.heed.verify.witness",
            "dev.heed.junit");

    private final Sites sites = new Sites();
    private final Switchboard switchboard = new Switchboard();
    private final Map<String, Boolean> own = new ConcurrentHashMap<>();
    private final Set<String> packages;
    private final ClassRewriter rewriter;

    private ProjectClasses(Set<String> packages) {
        this.packages = Set.copyOf(packages);
        this.rewriter = new ClassRewriter(new CallModel(new ClassFiles(ProjectClasses::read), this::isOwn), sites);
    }

    /**
     * From now on, until the JVM ends, the classes that it loads get probes.
     *
     * @param packages names of packages whose classes get them wherever they lie
     * @throws UnavailableException if the JVM does not let an agent in
     * @throws InterruptedException if the calling thread is interrupted while it waits for that
     */
    public static ProjectClasses watch(Set<String> packages) throws UnavailableException, InterruptedException {
        Instrumentation instrumentation = SelfAttach.instrumentation();
        ProjectClasses classes = new ProjectClasses(packages);
        // The rewriter's own classes are loaded now, not from within the loading of another.
        byte[] any = read(Type.getInternalName(Agent.class));
        if (any != null) {
            classes.rewriter.rewrite(any);
        }
        Probes.install(classes.switchboard);
        instrumentation.addTransformer(classes.new Transformer());
        return classes;
    }

    /** The sites of the classes loaded so far. */
    public Sites sites() {
        return sites;
    }

    /** Where runs are connected to the probes. */
    public Switchboard switchboard() {
        return switchboard;
    }

    private boolean isOwn(String internalName) {
        // To look may load further classes, and so come here again: nothing must be locked meanwhile.
        Boolean known = own.get(internalName);
        if (known == null) {
            known = isWanted(internalName);
            own.put(internalName, known);
        }
        return known;
    }

    private boolean isWanted(String internalName) {
        int end = internalName.lastIndexOf('/');
        String packageName = end < 0 ? "" : internalName.substring(0, end).replace('/', '.');
        if (OURSELVES.contains(packageName)) {
            return false;
        }
        if (packages.stream().anyMatch(wanted -> (packageName + ".").startsWith(wanted + "."))) {
            return true;
        }
        URL place = ClassLoader.getSystemResource(internalName + ".class");
        return place != null && place.getProtocol().equals("file");
    }

    private static byte @Nullable [] read(String internalName) {
        try (InputStream file = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            // Like a class that is not there: nothing is known of it.
            return null;
        }
    }

    private final class Transformer implements ClassFileTransformer {
        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] file) {
            // Only classes that see the same probes as we do can speak to us.
            boolean isApplication = loader != null && loader == ClassLoader.getSystemClassLoader();
            if (!isApplication || name == null || redefined != null || !isOwn(name)) {
                return null;
            }
            try {
                return rewriter.rewrite(file);
            } catch (UnreadableClassException e) {
                return null;
            }
        }
    }
}
