package dev.heed;

import dev.heed.engine.source.ContentId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells this copy of Heed from every other: a hash of all that is in its jar, which the build puts there; or of the
 * jars of its class loader, where each of its modules has its own. The version alone would be the same for many builds.
 */
final class Identity {
    /** Written by the build. */
    private static final String RESOURCE = "/META-INF/heed/identity";

    private Identity() {}

    /** Null outside of jars, and if some part comes from elsewhere. */
    static @Nullable String of(Parts parts) {
        List<Class<?>> all = Stream.concat(
                        Stream.concat(Stream.of(parts.scan()), parts.frontEnds().stream()),
                        parts.rules().stream().map(Parts.Known::rule))
                .<Class<?>>map(Object::getClass)
                .toList();
        try {
            String told = ofJar(all);
            return told != null ? told : ofLoader(Identity.class.getClassLoader(), all);
        } catch (IOException e) {
            return null; // a damaged jar; what needs it says so
        }
    }

    /** What the build has written, if all comes from one jar. */
    private static @Nullable String ofJar(List<Class<?>> parts) throws IOException {
        CodeSource own = Identity.class.getProtectionDomain().getCodeSource();
        if (own == null || !parts.stream().allMatch(part -> isFrom(own, part))) {
            return null;
        }
        try (InputStream in = Identity.class.getResourceAsStream(RESOURCE)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
    }

    private static boolean isFrom(CodeSource own, Class<?> part) {
        CodeSource source = part.getProtectionDomain().getCodeSource();
        return source != null && own.getLocation().equals(source.getLocation());
    }

    /** The hash of the jars of a class loader that says which it has, if all comes from it and there are only jars. */
    static @Nullable String ofLoader(@Nullable ClassLoader loader, List<Class<?>> parts) throws IOException {
        if (!(loader instanceof URLClassLoader jars)
                || !parts.stream().allMatch(part -> part.getClassLoader() == loader)) {
            return null;
        }
        MessageDigest digest = ContentId.digest();
        for (URL url : jars.getURLs()) {
            Path jar = file(url);
            if (jar == null || !Files.isRegularFile(jar)) {
                return null;
            }
            byte[] content = Files.readAllBytes(jar);
            digest.update((content.length + "\n").getBytes(StandardCharsets.US_ASCII));
            digest.update(content);
        }
        return ContentId.of(digest).hex();
    }

    private static @Nullable Path file(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return null; // it comes from the network, or from inside of something
        }
    }
}
