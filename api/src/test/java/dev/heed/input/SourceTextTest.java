package dev.heed.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
    private static byte[] marked(byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        all.writeBytes(bytes);
        return all.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "class A {}, UTF-8",
        "class A {}, US-ASCII",
        "class A {}, ISO-8859-1",
        "class A {}, windows-1252",
        "class A {}, IBM037",
        "class A {}, UTF-16LE",
        "class Ä {}, UTF-8",
        "class Ä {}, ISO-8859-1",
        "class Ä {}, windows-1252",
        "class \uD83D\uDE00 {}, UTF-8",
        "'', UTF-8"
    })
    void isDecoded(String text, String encoding) throws SourceException {
        Charset charset = Charset.forName(encoding);
        assertThat(SourceText.decode(text.getBytes(charset), charset)).isEqualTo(text);
        assertThat(SourceText.decode(marked(text.getBytes(StandardCharsets.UTF_8)), charset))
                .isEqualTo(text);
    }

    /** A file may grow or shrink between the question for its size and the end of its bytes. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 11, 4000})
    void allIsReadWhateverTheSizeSaid(long size) throws IOException {
        byte[] bytes = "0123456789".getBytes(StandardCharsets.US_ASCII);
        SourceText.Form form = new SourceText.Form(StandardCharsets.UTF_8, FileSize.parse("1K"));
        assertThat(SourceText.read(new ByteArrayInputStream(bytes), size, form)).isEqualTo(bytes);
        byte[] tooMany = new byte[5000];
        assertThat(SourceText.read(new ByteArrayInputStream(tooMany), size, form))
                .hasSize(form.max().bytes() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "US-ASCII"})
    void bytesThatAreNoTextAreTold(String encoding) {
        byte[] bytes = {'a', '\n', (byte) 0xE4, 'b'};
        assertThatThrownBy(() -> SourceText.decode(bytes, Charset.forName(encoding)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("line 2");
    }
}
