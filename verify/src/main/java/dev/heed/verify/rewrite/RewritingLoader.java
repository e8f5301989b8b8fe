package dev.heed.verify.rewrite;

import dev.heed.verify.probe.Probes;
import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Defines the rewritten classes, and its own copy of the probes; leaves the rest to the libraries' loader. */
final class RewritingLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Rewriting rewriting;
    private final ClassPath classPath;
    private final BiFunction<String, byte[], byte[]> adapted;

    RewritingLoader(Rewriting rewriting, ClassPath classPath, BiFunction<String, byte[], byte[]> adapted) {
        super("heed-verify", classPath.parent());
        this.rewriting = rewriting;
        this.classPath = classPath;
        this.adapted = adapted;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = define(name);
            }
            if (loaded == null) {
                return super.loadClass(name, resolve);
            }
            return loaded;
        }
    }

    private @Nullable Class<?> define(String name) {
        if (name.equals(Probes.class.getName())) {
            byte[] probes = rewriting.probes();
            return defineClass(name, probes, 0, probes.length);
        }
        String internalName = name.replace('.', '/');
        byte[] file = rewriting.isOwn(internalName) ? rewriting.file(internalName) : null;
        if (file == null) {
            return null;
        }
        byte[] last = adapted.apply(internalName, file);
        return defineClass(name, last, 0, last.length, domain(internalName));
    }

    /** Programs ask where their classes lie. */
    private @Nullable ProtectionDomain domain(String internalName) {
        URL place = classPath.ownResource(internalName + ".class");
        return place == null ? null : new ProtectionDomain(new CodeSource(place, (Certificate[]) null), null);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return classPath.ownResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        URL own = classPath.ownResource(name);
        return Collections.enumeration(own == null ? List.of() : List.of(own));
    }
}
