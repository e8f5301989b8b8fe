package dev.heed.engine.cache;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What all files of the cache have in common: a head that tells the form, and a checksum at the end. A file is only used
 * when all of it has been read once and is right.
 */
final class StoredForm {
    /** To be counted up with every change of what is written. */
    static final int VERSION = 5;

    private static final int MAGIC = 0x48454544;
    private static final int TRAILER = Long.BYTES;
    private static final int BUFFER = 1 << 14;

    private StoredForm() {}

    /** Writes a file of this form. */
    static final class Writer {
        private final CheckedOutputStream checked;
        private final DataOutputStream out;

        Writer(OutputStream to) throws IOException {
            checked = new CheckedOutputStream(to, new CRC32());
            out = new DataOutputStream(new java.io.BufferedOutputStream(checked, BUFFER));
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
        }

        /** Takes what is in it. */
        DataOutputStream out() {
            return out;
        }

        /** Writes the end. */
        void end() throws IOException {
            out.flush();
            out.writeLong(checked.getChecksum().getValue());
            out.flush();
        }
    }

    /**
     * What is in a file; null if it is not whole, damaged, or of another form.
     *
     * @param in at its beginning
     */
    static @Nullable DataInputStream open(FileInputStream in) throws IOException {
        if (!isWhole(in, in.getChannel().size())) {
            return null;
        }
        in.getChannel().position(0);
        DataInputStream data = new DataInputStream(new BufferedInputStream(in, BUFFER));
        return data.readInt() == MAGIC && data.readInt() == VERSION ? data : null;
    }

    private static boolean isWhole(InputStream in, long size) throws IOException {
        if (size < 2 * Integer.BYTES + TRAILER) {
            return false;
        }
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[BUFFER];
        long left = size - TRAILER;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                return false;
            }
            sum.update(buffer, 0, read);
            left -= read;
        }
        return new DataInputStream(in).readLong() == sum.getValue();
    }
}
