package dev.heed.report;

import dev.heed.engine.rule.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints of the findings of one report, which comes file by file.
 *
 * <p>{@code heed/v1} stays the same when lines above are added or removed, when the code is indented anew and when the file's jar has
 * another version: it is the hash of the rule, the path inside the root, the function, and the code of the finding
 * without white space; behind it the number of the finding among those of its file with the same hash.
 */
final class Fingerprints {
    private static final int CODE_LIMIT = 4_000;

    private final SourceTexts sources;
    private final Map<String, Integer> seen = new HashMap<>();
    private String path = "";
    private @Nullable GitHubLineHash lineHashes;

    Fingerprints(SourceTexts sources) {
        this.sources = sources;
    }

    /** The fingerprints of the next finding. */
    Pair next(Finding finding) {
        Optional<SourceText> text = sources.get(finding.file());
        if (!path.equals(finding.file().path())) {
            path = finding.file().path();
            seen.clear();
            lineHashes = text.map(t -> GitHubLineHash.of(t.all())).orElse(null);
        }
        String code = text.map(t -> code(t, finding)).orElse("");
        String hash = hash(finding.rule(), finding.file().relativePath(), finding.function(), code);
        String own = hash + ":" + seen.merge(hash, 1, Integer::sum);
        String github = lineHashes == null ? "" : lineHashes.at(finding.span().startLine());
        return new Pair(own, github, hash(finding.rule(), finding.function(), code));
    }

    /** From the start of the line on: what the code is handed to, or which of two equal calls it is, stands in front of it. */
    private static String code(SourceText text, Finding finding) {
        int start = finding.span().startColumn() - 1;
        String head = text.slice(finding.span().startLine(), start - CODE_LIMIT, start);
        String code = head + text.of(finding.span(), CODE_LIMIT);
        StringBuilder squeezed = new StringBuilder(code.length());
        code.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> squeezed.append((char) c));
        return squeezed.toString();
    }

    static String hash(String... parts) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    /**
     * The fingerprints of one finding.
     *
     * @param own {@code heed/v1}
     * @param github {@code primaryLocationLineHash}, or empty if the source cannot be read any more
     * @param content like {@code own}, but the same for all such findings of all files: without the path and the number
     */
    record Pair(String own, String github, String content) {}
}
