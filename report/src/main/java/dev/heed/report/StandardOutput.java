package dev.heed.report;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output for reports. {@code System.out} hides that a write failed; this does not, with one exception: a reader
 * that has seen enough and closes the pipe, as {@code head} does, is no failure. What is written after that is dropped, so
 * that the scan ends as it would have ended.
 */
public final class StandardOutput extends FilterOutputStream {
    private boolean closedByReader;

    /** The standard output of this process. */
    public StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream out) {
        super(out);
    }

    /** Whether the reader has gone; nobody sees what is written now. */
    public boolean closedByReader() {
        return closedByReader;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (closedByReader) {
            return;
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            note(e);
        }
    }

    @Override
    public void flush() throws IOException {
        if (closedByReader) {
            return;
        }
        try {
            out.flush();
        } catch (IOException e) {
            note(e);
        }
    }

    /** Flushes; standard output itself stays open. */
    @Override
    public void close() throws IOException {
        flush();
    }

    /** Java has no exception of its own for it; the systems' words, also translated ones, speak of a pipe. */
    private void note(IOException e) throws IOException {
        String message = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
        if (!message.contains("pipe")) {
            throw e;
        }
        closedByReader = true;
    }
}
