package dev.heed.frontend.java;

import com.github.javaparser.Provider;
import dev.heed.engine.bound.WorkerThread;

/** Hands a text to the parser in small pieces, as long as there is time: the parser itself cannot be stopped. */
final class BoundedProvider implements Provider {
    private final String text;
    private int position;

    BoundedProvider(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        WorkerThread.check();
        if (position == text.length()) {
            return -1;
        }
        int end = Math.min(position + length, text.length());
        text.getChars(position, end, buffer, offset);
        int count = end - position;
        position = end;
        return count;
    }

    @Override
    public void close() {}
}
