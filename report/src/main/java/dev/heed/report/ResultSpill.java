package dev.heed.report;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Holds written results until their number is known, and then gives back the most important ones in the order in which
 * they came. Few results stay in memory; more go to a temporary file.
 */
final class ResultSpill implements AutoCloseable {
    private static final int IN_MEMORY = 2_000_000;

    private final int limit;
    /** How many results of each rank came; rank 0 matters most. */
    private final int[] counts;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private DataOutputStream out = new DataOutputStream(memory);
    private @Nullable Path file;

    /**
     * A spill.
     *
     * @param limit how many results {@link #drain} gives back at most
     * @param ranks how many ranks of importance there are
     */
    ResultSpill(int limit, int ranks) {
        this.limit = limit;
        this.counts = new int[ranks];
    }

    void add(int rank, String result) throws IOException {
        counts[rank]++;
        int asImportant = 0;
        for (int r = 0; r <= rank; r++) {
            asImportant += counts[r];
        }
        if (asImportant > limit) {
            return; // as many that matter at least as much have come before it
        }
        byte[] bytes = result.getBytes(StandardCharsets.UTF_8);
        out.writeByte(rank);
        out.writeInt(bytes.length);
        out.write(bytes);
        if (file == null && memory.size() > IN_MEMORY) {
            file = Files.createTempFile("heed-", ".results");
            file.toFile().deleteOnExit();
            OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            memory.writeTo(stream);
            memory.reset();
            out = new DataOutputStream(stream);
        }
    }

    /** How many came. */
    int size() {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** How many {@link #drain} leaves out. */
    int leftOut() {
        return Math.max(0, size() - limit);
    }

    void drain(Sink sink) throws IOException {
        int[] room = new int[counts.length];
        int left = limit;
        for (int rank = 0; rank < room.length; rank++) {
            room[rank] = Math.min(left, counts[rank]);
            left -= room[rank];
        }
        int expected = 0;
        for (int r : room) {
            expected += r;
        }
        out.flush();
        InputStream stream = file == null
                ? new ByteArrayInputStream(memory.toByteArray())
                : new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try (DataInputStream in = new DataInputStream(stream)) {
            while (expected > 0) {
                int rank = in.readByte();
                byte[] bytes = in.readNBytes(in.readInt());
                if (room[rank] > 0) {
                    room[rank]--;
                    expected--;
                    sink.accept(new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /** Takes results. */
    interface Sink {
        void accept(String result) throws IOException;
    }
}
