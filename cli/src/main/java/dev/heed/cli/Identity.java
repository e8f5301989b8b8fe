package dev.heed.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells this copy of Heed from every other: a hash of all that is in its jar, which the build puts there. The version
 * alone would be the same for many builds.
 */
final class Identity {
    /** Written by the build. */
    private static final String RESOURCE = "/META-INF/heed/identity";

    private Identity() {}

    /** Null outside of the jar, and if some part comes from elsewhere. */
    static @Nullable String of(Parts parts) {
        Stream<Object> all = Stream.concat(
                Stream.concat(Stream.of(parts.scan()), parts.frontEnds().stream()),
                parts.rules().stream().map(Parts.Known::rule));
        CodeSource own = Identity.class.getProtectionDomain().getCodeSource();
        if (own == null || !all.allMatch(part -> isFrom(own, part))) {
            return null;
        }
        try (InputStream in = Identity.class.getResourceAsStream(RESOURCE)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return null; // a damaged jar; what needs it says so
        }
    }

    private static boolean isFrom(CodeSource own, Object part) {
        CodeSource source = part.getClass().getProtectionDomain().getCodeSource();
        return source != null && own.getLocation().equals(source.getLocation());
    }
}
