package dev.heed;

import dev.heed.engine.cache.CacheStore;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the cache is. */
public final class CacheLocation {
    /** The launcher keeps its class archives beside it. */
    private static final String FOLDER = "results";

    private CacheLocation() {}

    /**
     * The cache that a user means.
     *
     * @param given where it is to be; null if nobody said so
     * @param environment variables that say where caches are
     * @param workingDirectory what a relative {@code HEED_CACHE_DIR} is relative to
     * @return null if nothing says where it may be
     * @throws UserException if the variable is no path
     */
    public static @Nullable CacheStore find(
            @Nullable Path given, Map<String, String> environment, Path workingDirectory) throws UserException {
        if (given != null) {
            return new CacheStore(given.resolve(FOLDER));
        }
        String own = environment.get("HEED_CACHE_DIR");
        try {
            if (own != null && !own.isEmpty()) {
                return new CacheStore(workingDirectory.resolve(own).resolve(FOLDER));
            }
            Path base = base(environment, System.getProperty("os.name"), System.getProperty("user.home"));
            return base == null ? null : new CacheStore(base.resolve("heed").resolve(FOLDER));
        } catch (InvalidPathException e) {
            throw new UserException("HEED_CACHE_DIR: \"" + own + "\" is no path: " + e.getReason() + ".", e);
        }
    }

    /** The directory for the caches of all programs. */
    static @Nullable Path base(Map<String, String> environment, String system, @Nullable String home) {
        Path given = absolute(environment.get("XDG_CACHE_HOME"));
        if (given != null) {
            return given;
        }
        if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            Path local = absolute(environment.get("LOCALAPPDATA"));
            if (local != null) {
                return local;
            }
        }
        Path user = absolute(environment.getOrDefault("HOME", home));
        // A user without a home gets "/" or "?" from the system.
        return user == null || user.getParent() == null ? null : user.resolve(".cache");
    }

    /** Relative ones are to be ignored (XDG Base Directory Specification). */
    private static @Nullable Path absolute(@Nullable String path) {
        if (path == null || path.isEmpty() || path.equals(File.separator)) {
            return null;
        }
        Path absolute = Path.of(path);
        return absolute.isAbsolute() ? absolute : null;
    }
}
