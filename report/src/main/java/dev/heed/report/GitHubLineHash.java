package dev.heed.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The line hashes by which GitHub's code scanning recognises an alert when its line has moved: SARIF's
 * {@code partialFingerprints.primaryLocationLineHash}, as the upload action computes them where a tool does not.
 *
 * <p>A line's hash covers the 100 characters from its start on, spaces and tabs left out and every line end taken as
 * {@code \n}: the sum of each UTF-16 unit times a power of 37, modulo 2^64. Behind the text stand one {@code U+FFFF} and as
 * many zeros as needed. A second line with the same hash has {@code :2} behind it where the first has {@code :1}.
 */
final class GitHubLineHash {
    private static final int BLOCK = 100;
    private static final long BASE = 37;
    private static final char END_OF_FILE = '\uFFFF';
    /** {@code BASE} to the power of {@code BLOCK}: the weight of the character that leaves the window. */
    private static final long LEAVING = power();

    private final char[] window = new char[BLOCK];
    /** The line that starts at a place of the window, or 0. */
    private final int[] lineAt = new int[BLOCK];

    private final Map<Long, Integer> seen = new HashMap<>();
    private long[] hashes = new long[64];
    private int[] counts = new int[64];
    private int lines;
    private int index;
    private long hash;

    private GitHubLineHash() {}

    /** Computes the hashes of all lines. */
    static GitHubLineHash of(String text) {
        GitHubLineHash result = new GitHubLineHash();
        result.read(text);
        return result;
    }

    /** The hash of a line as GitHub writes it, or the empty string if there is no such line. */
    String at(int line) {
        return line < 1 || line > lines ? "" : Long.toHexString(hashes[line - 1]) + ":" + counts[line - 1];
    }

    private void read(String text) {
        boolean lineStart = true;
        boolean afterReturn = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? END_OF_FILE : text.charAt(i);
            if (c == ' ' || c == '\t' || (afterReturn && c == '\n')) {
                afterReturn = false;
                continue;
            }
            afterReturn = c == '\r';
            if (afterReturn) {
                c = '\n';
            }
            emit();
            if (lineStart) {
                lineAt[index] = ++lines;
            }
            lineStart = c == '\n';
            push(c);
        }
        for (int i = 0; i < BLOCK; i++) {
            emit();
            push('\0');
        }
    }

    /** The window is full of the text that follows the line starting at its oldest place: the hash is that line's. */
    private void emit() {
        int line = lineAt[index];
        if (line == 0) {
            return;
        }
        lineAt[index] = 0;
        if (line > hashes.length) {
            hashes = Arrays.copyOf(hashes, hashes.length * 2);
            counts = Arrays.copyOf(counts, counts.length * 2);
        }
        hashes[line - 1] = hash;
        counts[line - 1] = seen.merge(hash, 1, Integer::sum);
    }

    private void push(char c) {
        hash = BASE * hash + c - LEAVING * window[index];
        window[index] = c;
        index = (index + 1) % BLOCK;
    }

    private static long power() {
        long result = 1;
        for (int i = 0; i < BLOCK; i++) {
            result *= BASE;
        }
        return result;
    }
}
