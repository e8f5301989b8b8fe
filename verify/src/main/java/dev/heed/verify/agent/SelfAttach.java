package dev.heed.verify.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the running JVM load the agent, if it was not started with it. */
final class SelfAttach {
    private static final long SECONDS = 20;

    private SelfAttach() {}

    /**
     * What the JVM hands to agents.
     *
     * @throws UnavailableException if it does not let an agent in
     * @throws InterruptedException if the calling thread is interrupted while it waits for that
     */
    static Instrumentation instrumentation() throws UnavailableException, InterruptedException {
        Instrumentation present = Agent.instrumentation();
        if (present == null) {
            attach();
            present = Agent.instrumentation();
        }
        if (present == null) {
            throw new UnavailableException("the agent was loaded by another class loader");
        }
        return present;
    }

    private static void attach() throws UnavailableException, InterruptedException {
        Path jar = null;
        Path said = null;
        try {
            jar = agentJar();
            said = Files.createTempFile("heed-attach", ".txt");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xshare:auto",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            ownClasses(),
                            Attacher.class.getName(),
                            String.valueOf(ProcessHandle.current().pid()),
                            jar.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!awaited(process) || process.exitValue() != 0) {
                throw new UnavailableException("the JVM does not let an agent in: " + firstLine(said));
            }
        } catch (IOException e) {
            throw new UnavailableException("the agent cannot be attached: " + e, e);
        } finally {
            delete(jar);
            delete(said);
        }
    }

    private static String firstLine(Path said) throws IOException {
        try (Stream<String> lines = Files.lines(said, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("it gives no reason");
        }
    }

    private static boolean awaited(Process process) throws InterruptedException {
        try {
            return process.waitFor(SECONDS, TimeUnit.SECONDS);
        } finally {
            process.destroy();
        }
    }

    /** A jar with nothing but a manifest: the agent's class is on the class path already. */
    private static Path agentJar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Agent-Class", Agent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        Path jar = Files.createTempFile("heed-agent", ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream written = new JarOutputStream(out, manifest)) {
            written.finish();
        }
        return jar;
    }

    private static String ownClasses() throws UnavailableException {
        try {
            return Path.of(SelfAttach.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new UnavailableException("the agent's own classes cannot be found: " + e, e);
        }
    }

    /** The JVM has read it, or never will; a file that stays is in the directory for such files. */
    private static void delete(@Nullable Path file) {
        if (file != null && !file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }
}
