package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    @Test
    void dropsWhatNobodyReads() throws IOException {
        Failing pipe = new Failing("Broken pipe");
        StandardOutput out = new StandardOutput(pipe);
        out.write("seen".getBytes(StandardCharsets.UTF_8));
        pipe.fails = true;
        out.write("lost".getBytes(StandardCharsets.UTF_8));
        assertThat(out.closedByReader()).isTrue();
        pipe.fails = false;
        out.write('x');
        out.flush();

        assertThat(pipe.written.toString(StandardCharsets.UTF_8)).isEqualTo("seen");
    }

    @Test
    void tellsOtherFailures() {
        Failing disk = new Failing("No space left on device");
        disk.fails = true;
        StandardOutput out = new StandardOutput(disk);

        assertThatThrownBy(() -> out.write('x')).hasMessage("No space left on device");
        assertThat(out.closedByReader()).isFalse();
    }

    private static final class Failing extends OutputStream {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final String message;
        private boolean fails;

        Failing(String message) {
            this.message = message;
        }

        @Override
        public void write(int b) throws IOException {
            if (fails) {
                throw new IOException(message);
            }
            written.write(b);
        }
    }
}
