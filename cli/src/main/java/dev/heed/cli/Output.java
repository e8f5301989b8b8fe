package dev.heed.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Results on standard output. */
final class Output {

    private Output() {}

    static void print(Console console, String text) throws IOException {
        console.out().write(text.getBytes(StandardCharsets.UTF_8));
        console.out().flush();
    }
}
