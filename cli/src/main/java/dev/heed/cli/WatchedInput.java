package dev.heed.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Standard input that knows whether somebody waits for it: no interrupt ends that wait. */
final class WatchedInput extends FilterInputStream {
    private volatile boolean isReading;

    WatchedInput(InputStream in) {
        super(in);
    }

    /** Whether a read is under way. */
    boolean isReading() {
        return isReading;
    }

    @Override
    public int read() throws IOException {
        isReading = true;
        try {
            return super.read();
        } finally {
            isReading = false;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        isReading = true;
        try {
            return super.read(bytes, offset, length);
        } finally {
            isReading = false;
        }
    }
}
