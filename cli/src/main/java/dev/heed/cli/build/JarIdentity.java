package dev.heed.cli.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of all that is in a jar. The jar itself says it at run time: no cache may take one build for another. */
final class JarIdentity {
    /** Where it is written. */
    static final String ENTRY = "META-INF/heed/identity";

    private final MessageDigest digest;

    JarIdentity() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(String name, byte[] content) {
        digest.update((name + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(content);
    }

    /** Of all that was added, in that order. */
    byte[] content() {
        return HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
    }
}
