package dev.heed.verify.scene;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One scenario. Its methods that take a {@link Stage} are named after the examples that they bring there: a bad one, of which the claim
 * must not hold, and good ones, of which it must.
 *
 * @param rule the rule's folder
 * @param file the bad example's file, and the scenario's
 * @param claim its first line
 * @param type its class
 * @param asItIs what it is loaded from
 * @param fixed what it is loaded from with the mended example; empty if there is none
 */
record Scene(String rule, String file, String claim, String type, List<Path> asItIs, List<Path> fixed) {
    private static final AtomicInteger RUNS = new AtomicInteger();

    static Scene of(String rule, Path source, Path classes, List<Path> asItIs, List<Path> fixed) throws IOException {
        String claim = Files.readAllLines(source).get(0).replaceFirst("^// ", "");
        try (Stream<Path> files = Files.list(classes)) {
            String type = files.map(file -> file.getFileName().toString().replace(".class", ""))
                    .filter(name -> !name.contains("$"))
                    .findFirst()
                    .orElseThrow();
            return new Scene(rule, source.getFileName().toString(), claim, type, asItIs, fixed);
        }
    }

    /** The bad example, without its ending. */
    String bad() {
        return file.replace(".java", "");
    }

    boolean isFixable() {
        return !fixed.isEmpty();
    }

    /** The good examples of which the claim must hold. */
    List<String> good() throws Exception {
        try (SceneLoader loader = new SceneLoader("listing", type, urls(asItIs))) {
            List<String> names = new ArrayList<>();
            for (Method method : loader.loadClass(type).getDeclaredMethods()) {
                if (Arrays.equals(method.getParameterTypes(), new Class<?>[] {Stage.class})
                        && method.getReturnType() == Verdict.class) {
                    names.add(method.getName());
                }
            }
            if (!names.remove(bad())) {
                throw new IllegalStateException(rule + "/" + file + " has no method " + bad());
            }
            names.sort(Comparator.naturalOrder());
            return names;
        }
    }

    /** Runs one of the methods with the examples as they are, or with the mended one. */
    Verdict play(String method, boolean isMended) throws Exception {
        String name = "scene-" + RUNS.incrementAndGet();
        Verdict[] verdict = new Verdict[1];
        Throwable[] thrown = new Throwable[1];
        try (SceneLoader loader = new SceneLoader(name, type, urls(isMended ? fixed : asItIs));
                Stage stage = new Stage(loader)) {
            Method scenario = loader.loadClass(type).getDeclaredMethod(method, Stage.class);
            scenario.setAccessible(true);
            // In a thread of its own: an example may leave the status set, or never come back.
            Thread player = new Thread(
                    () -> {
                        try {
                            verdict[0] = (Verdict) scenario.invoke(null, stage);
                        } catch (InvocationTargetException e) {
                            thrown[0] = e.getCause();
                        } catch (IllegalAccessException e) {
                            thrown[0] = e;
                        }
                    },
                    name);
            player.setDaemon(true);
            player.start();
            player.join(3 * Stage.BOUND_SECONDS * 1000);
            if (player.isAlive()) {
                throw new IllegalStateException(Arrays.toString(player.getStackTrace()));
            }
        }
        if (thrown[0] != null) {
            throw new IllegalStateException(rule + "/" + file + " cannot be played: " + thrown[0], thrown[0]);
        }
        return verdict[0];
    }

    @Override
    public String toString() {
        return rule + "/" + file;
    }

    private static URL[] urls(List<Path> paths) throws MalformedURLException {
        URL[] urls = new URL[paths.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = paths.get(i).toUri().toURL();
        }
        return urls;
    }
}
