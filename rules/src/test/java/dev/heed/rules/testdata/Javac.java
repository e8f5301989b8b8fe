package dev.heed.rules.testdata;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles many single-file programs in one go, in memory. Each is put into a package of its own, on its first line so that
 * the line numbers stay: none can see another.
 */
public final class Javac {
    private Javac() {}

    /**
     * Compiles.
     *
     * @param programs texts without a package declaration, by name
     * @return the errors, by the name of the program; empty if all compile
     */
    public static Map<String, List<String>> errors(Map<String, String> programs) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> units = new ArrayList<>();
        for (Path stub : Testdata.stubs()) {
            units.add(new Text(stub.toUri(), stub.toString(), Files.readString(stub)));
        }
        int number = 0;
        for (Map.Entry<String, String> program : new TreeMap<>(programs).entrySet()) {
            URI uri = URI.create("mem:///p" + number + "/Program.java");
            units.add(new Text(uri, program.getKey(), "package p" + number + "; " + program.getValue()));
            number++;
        }
        List<String> options = List.of("--release", "17", "-proc:none", "-Xmaxerrs", "1000", "-implicit:none");
        try (JavaFileManager files =
                new Discarding(compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8))) {
            compiler.getTask(null, files, diagnostics, options, null, units).call();
        }
        Map<String, List<String>> errors = new TreeMap<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                String name = diagnostic.getSource() instanceof Text text ? text.name : "?";
                errors.computeIfAbsent(name, n -> new ArrayList<>())
                        .add("line " + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT));
            }
        }
        return errors;
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String name;
        private final String text;

        Text(URI uri, String name, String text) {
            super(uri, Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }
    }

    /** Reads as usual, and writes nowhere. */
    private static final class Discarding extends ForwardingJavaFileManager<JavaFileManager> {
        Discarding(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return OutputStream.nullOutputStream();
                }
            };
        }
    }
}
