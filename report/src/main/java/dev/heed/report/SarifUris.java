package dev.heed.report;

import de.jcup.sarif_2_1_0.model.ArtifactLocation;
import de.jcup.sarif_2_1_0.model.OriginalUriBaseIds;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names sources by URIs.
 *
 * <p>A file in the working directory is named relative to it ({@code SRCROOT}), so that the report means the same on
 * another machine; a file in another root relative to that one ({@code ROOT1}, ...); any other by an absolute URI. An entry of an
 * archive is named like a path through it, {@code libs/a-sources.jar!/org/A.java}: a {@code !} is legal in a URI.
 */
final class SarifUris {
    private static final String ENTRY = "!/";
    private static final String UNESCAPED = "-._~!$&'()*+,;=@/";

    private final Path workingDirectory;
    private final Map<String, Path> bases = new LinkedHashMap<>();

    SarifUris(ReportContext context) {
        workingDirectory = context.workingDirectory();
        bases.put("SRCROOT", workingDirectory);
        for (Path root : context.roots()) {
            if (bases.values().stream().noneMatch(root::startsWith)) {
                bases.put("ROOT" + bases.size(), root);
            }
        }
    }

    /** Where a source, or an input as the user wrote it, lies. */
    ArtifactLocation locate(String path) {
        int entry = path.indexOf(ENTRY);
        String file = entry < 0 ? path : path.substring(0, entry);
        String inside = entry < 0 ? "" : path.substring(entry);
        ArtifactLocation location = new ArtifactLocation();
        Path absolute;
        try {
            absolute = workingDirectory.resolve(file).normalize();
        } catch (InvalidPathException e) {
            // No file has this name, but something was called so: name it as it was called.
            location.setUri(encode(file + inside, false));
            location.setUriBaseId("SRCROOT");
            return location;
        }
        for (Map.Entry<String, Path> base : bases.entrySet()) {
            if (absolute.startsWith(base.getValue())) {
                String relative = slashes(base.getValue().relativize(absolute));
                location.setUri(relative.isEmpty() ? "./" : encode(relative + inside, false));
                location.setUriBaseId(base.getKey());
                return location;
            }
        }
        location.setUri(fileUri(absolute) + encode(inside, true));
        return location;
    }

    /** What the base ids in the locations stand for. */
    OriginalUriBaseIds bases() {
        OriginalUriBaseIds ids = new OriginalUriBaseIds();
        bases.forEach((id, path) -> ids.setAdditionalProperty(id, directory(path)));
        return ids;
    }

    ArtifactLocation directory(Path path) {
        ArtifactLocation location = new ArtifactLocation();
        String uri = fileUri(path);
        location.setUri(uri.endsWith("/") ? uri : uri + "/");
        return location;
    }

    private static String fileUri(Path absolute) {
        String path = slashes(absolute);
        return "file://" + (path.startsWith("/") ? "" : "/") + encode(path, true);
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** Percent-encodes; a colon would make the first part of a relative URI a scheme. */
    static String encode(String path, boolean colons) {
        StringBuilder out = new StringBuilder(path.length() + 8);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || UNESCAPED.indexOf(c) >= 0
                    || (colons && c == ':');
            if (plain) {
                out.append(c);
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }
}
