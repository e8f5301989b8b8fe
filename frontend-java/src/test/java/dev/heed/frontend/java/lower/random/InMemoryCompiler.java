package dev.heed.frontend.java.lower.random;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** javac, without files. Sources that do not compile are left out. */
final class InMemoryCompiler {

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    Map<String, byte[]> compile(Map<String, String> sources) throws Exception {
        Map<String, String> rest = new TreeMap<>(sources);
        while (!rest.isEmpty()) {
            Map<String, byte[]> classes = new HashMap<>();
            Set<String> failed = compile(rest, classes);
            if (failed.isEmpty()) {
                return classes;
            }
            rest.keySet().removeAll(failed);
        }
        return Map.of();
    }

    private static Set<String> compile(Map<String, String> sources, Map<String, byte[]> classes) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (JavaFileManager files =
                new ForwardingJavaFileManager<JavaFileManager>(
                        compiler.getStandardFileManager(diagnostics, null, null)) {
                    @Override
                    public JavaFileObject getJavaFileForOutput(
                            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                        return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
                            @Override
                            public OutputStream openOutputStream() {
                                return new ByteArrayOutputStream() {
                                    @Override
                                    public void close() {
                                        classes.put(name, toByteArray());
                                    }
                                };
                            }
                        };
                    }
                }) {
            List<Source> units = sources.entrySet().stream()
                    .map(e -> new Source(e.getKey(), e.getValue()))
                    .toList();
            List<String> options = List.of(
                    "-Xlint:none", "-proc:none", "-Xmaxerrs", "100000", "-cp", System.getProperty("java.class.path"));
            compiler.getTask(null, files, diagnostics, options, null, units).call();
        }
        Set<String> failed = new HashSet<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
                String path = diagnostic.getSource().toUri().getPath();
                failed.add(path.substring(1, path.length() - ".java".length()));
            }
        }
        return failed;
    }

    static Class<?> load(String name, Map<String, byte[]> classes, boolean assertions) throws ClassNotFoundException {
        ClassLoader loader = new ClassLoader(InMemoryCompiler.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String wanted) throws ClassNotFoundException {
                byte[] bytes = classes.get(wanted);
                if (bytes == null) {
                    throw new ClassNotFoundException(wanted);
                }
                return defineClass(wanted, bytes, 0, bytes.length);
            }
        };
        loader.setDefaultAssertionStatus(assertions);
        return loader.loadClass(name);
    }
}
