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
    private final long mostBytes;
    /** How many results of each rank came; rank 0 matters most. */
    private final int[] counts;
    /** How long they are together. */
    private final long[] sizes;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private DataOutputStream out = new DataOutputStream(memory);
    private @Nullable Path file;
    private int held;
    private int given;

    /**
     * A spill.
     *
     * @param limit how many results {@link #drain} gives back at most
     * @param ranks how many ranks of importance there are
     */
    ResultSpill(int limit, int ranks) {
        this(limit, Long.MAX_VALUE, ranks);
    }

    /**
     * A spill.
     *
     * @param mostBytes how many bytes of UTF-8 {@link #drain} gives back at most
     */
    ResultSpill(int limit, long mostBytes, int ranks) {
        this.limit = limit;
        this.mostBytes = mostBytes;
        this.counts = new int[ranks];
        this.sizes = new long[ranks];
    }

    void add(int rank, String result) throws IOException {
        byte[] bytes = result.getBytes(StandardCharsets.UTF_8);
        counts[rank]++;
        sizes[rank] += bytes.length;
        int asImportant = 0;
        long theirSize = 0;
        for (int r = 0; r <= rank; r++) {
            asImportant += counts[r];
            theirSize += sizes[r];
        }
        if (asImportant > limit || theirSize > mostBytes) {
            return; // as many that matter at least as much have come before it
        }
        held++;
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

    /** How many {@link #drain} left out. */
    int leftOut() {
        return size() - given;
    }

    void drain(Sink sink) throws IOException {
        drain((rank, result) -> sink.accept(result));
    }

    /** Gives back what fits; can be done again. */
    void drain(RankedSink sink) throws IOException {
        int[] room = new int[counts.length];
        long[] bytesLeft = new long[counts.length];
        int left = limit;
        long size = mostBytes;
        for (int rank = 0; rank < room.length; rank++) {
            // If some of a rank are too much, nothing that matters less is given.
            room[rank] = size < 0 ? 0 : Math.min(left, counts[rank]);
            bytesLeft[rank] = size;
            left -= room[rank];
            size -= sizes[rank];
        }
        out.flush();
        InputStream stream = file == null
                ? new ByteArrayInputStream(memory.toByteArray())
                : new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        given = 0;
        try (DataInputStream in = new DataInputStream(stream)) {
            for (int i = 0; i < held; i++) {
                int rank = in.readByte();
                byte[] bytes = in.readNBytes(in.readInt());
                bytesLeft[rank] -= bytes.length;
                if (room[rank] > 0 && bytesLeft[rank] >= 0) {
                    room[rank]--;
                    given++;
                    sink.accept(rank, new String(bytes, StandardCharsets.UTF_8));
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

    /** Takes results with their ranks. */
    interface RankedSink {
        void accept(int rank, String result) throws IOException;
    }
}
