package dev.heed.engine.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells contents apart: the SHA-256 of all that they depend on. Immutable. */
public final class ContentId {
    private final byte[] hash;

    private ContentId(byte[] hash) {
        this.hash = hash;
    }

    /** That of some bytes. */
    public static ContentId of(byte[] bytes) {
        return of(digest(), bytes, bytes.length);
    }

    /**
     * That of what a digest has been given until now, and of some bytes.
     *
     * @param digest from {@link #digest}; it begins anew then
     */
    public static ContentId of(MessageDigest digest, byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        return new ContentId(digest.digest());
    }

    /**
     * That of what a digest has been given.
     *
     * @param digest from {@link #digest}; it begins anew then
     */
    public static ContentId of(MessageDigest digest) {
        return new ContentId(digest.digest());
    }

    /**
     * That of a text.
     *
     * @param text any sequence of characters, also one that no encoding takes
     */
    public static ContentId of(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        return of(bytes);
    }

    /** What {@link #bytes} has given. */
    public static ContentId ofHash(byte[] hash) {
        if (hash.length != 32) {
            throw new IllegalArgumentException("no SHA-256: " + hash.length + " bytes");
        }
        return new ContentId(hash.clone());
    }

    /** A new SHA-256. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** 32 of them. */
    public byte[] bytes() {
        return hash.clone();
    }

    /** 64 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentId id && Arrays.equals(hash, id.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return hex();
    }
}
