package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code heed lsp} as an editor starts it: the jar, as a process of its own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LspIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path JAR = ROOT.resolve("cli/target/heed.jar");

    @TempDir
    private Path directory;

    @TempDir
    private Path cache;

    private Process start(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).directory(ROOT.toFile());
        process.environment().put("HEED_CACHE_DIR", cache.toString());
        return process.start();
    }

    private static void say(OutputStream out, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        out.write(("Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    /** The next message; fails on whatever is none. */
    private static JsonNode hear(InputStream in) throws IOException {
        int length = -1;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            assertThat(line).matches("Content-(Length|Type): .*");
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        byte[] bytes = new byte[length];
        new DataInputStream(in).readFully(bytes);
        return JSON.readTree(bytes);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            assertThat(c).as("the end of the stream, after: " + line).isNotNegative();
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static JsonNode hear(InputStream in, String method) throws IOException {
        JsonNode message = hear(in);
        while (!message.path("method").asText().equals(method)) {
            message = hear(in);
        }
        return message;
    }

    private static JsonNode answer(InputStream in, int id) throws IOException {
        JsonNode message = hear(in);
        while (message.path("id").asInt(-1) != id || message.has("method")) {
            message = hear(in);
        }
        return message;
    }

    @Test
    void anEditorIsServedAndNothingElsePrinted() throws Exception {
        Path file = directory.resolve("A.java");
        String text = "class A { void m() { try { Thread.sleep(1); } catch (InterruptedException e) { } } }\n";
        Files.writeString(file, text);
        Process process = start(List.of(), "lsp", "--stdio");
        OutputStream out = process.getOutputStream();
        InputStream in = new BufferedInputStream(process.getInputStream());
        say(out, """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":%d,"capabilities":{},
                "rootUri":%s}}""".formatted(ProcessHandle.current().pid(), JSON.writeValueAsString(directory.toUri())));
        JsonNode capabilities = answer(in, 1).at("/result/capabilities");
        assertThat(capabilities.at("/hoverProvider").asBoolean()).isTrue();
        assertThat(capabilities.at("/codeActionProvider/codeActionKinds/1").asText())
                .isEqualTo("source.fixAll.heed");
        say(out, "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");

        JsonNode told = hear(in, "textDocument/publishDiagnostics").get("params");

        assertThat(told.get("uri").asText()).isEqualTo(file.toUri().toString());
        assertThat(told.at("/diagnostics/0/code").asText()).isEqualTo("swallowed-interrupt");
        assertThat(told.at("/diagnostics/0/range/start/character").asInt()).isEqualTo(text.indexOf("InterruptedEx"));
        say(out, "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}");
        assertThat(answer(in, 2).has("result")).isTrue();
        say(out, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
        assertThat(process.waitFor()).isZero();
        assertThat(in.read()).isNegative();
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
    }

    @Test
    void afterAnEditOnlyWhatRestsOnItIsLookedAt() throws Exception {
        for (String name : List.of("A", "B", "C")) {
            Files.writeString(
                    directory.resolve(name + ".java"),
                    "class " + name
                            + " { void m() { try { Thread.sleep(1); } catch (InterruptedException e) { } } }\n");
        }
        Process process = start(List.of(), "lsp");
        OutputStream out = process.getOutputStream();
        InputStream in = new BufferedInputStream(process.getInputStream());
        say(out, """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":%d,"capabilities":{},
                "rootUri":%s}}""".formatted(ProcessHandle.current().pid(), JSON.writeValueAsString(directory.toUri())));
        answer(in, 1);
        say(out, "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
        assertThat(scanned(in)).endsWith("looked at 3 of 3 files.");

        say(out, """
                {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":%s,"languageId":"java",
                "version":1,"text":"class B { void m() { try { Thread.sleep(2); } catch (InterruptedException e) { } } }\\n"}}}""".formatted(
                        JSON.writeValueAsString(directory.resolve("B.java").toUri())));

        assertThat(scanned(in)).endsWith("looked at 1 of 3 files.");
        process.destroy();
        process.waitFor();
    }

    /** What is told of the next scan of all. */
    private static String scanned(InputStream in) throws IOException {
        String told = "";
        while (!told.startsWith("Scanned ") || !told.contains("looked at")) {
            told = hear(in, "window/logMessage").at("/params/message").asText();
        }
        return told;
    }

    @Test
    void withoutAnEditorItEnds() throws Exception {
        Process process = start(List.of(), "lsp");
        process.getOutputStream().close();

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }

    @Test
    void toldToStopItStopsAtOnce() throws Exception {
        Process process = start(List.of(), "lsp");
        OutputStream out = process.getOutputStream();
        say(out, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}");
        answer(new BufferedInputStream(process.getInputStream()), 1);

        process.toHandle().destroy();

        assertThat(process.waitFor()).isEqualTo(143);
    }

    /** A scan starts as quickly as before there was a language server. */
    @Test
    void aScanLoadsNoClassOfTheServer() throws Exception {
        Process process = start(
                List.of("-Xshare:off", "-verbose:class"), "scan", "--no-cache", "testdata/unused-suppression/java");
        String loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(loaded)
                .contains("dev.heed.engine.scan.")
                .doesNotContain("org.eclipse.lsp4j")
                .doesNotContain("dev.heed.lsp.")
                .doesNotContain("com.google.gson");
    }
}
