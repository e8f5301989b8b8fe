package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The action, the GitLab job, the hooks and the image's command, as their services would run them, on the jar that was built. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CiRecipesIT {
    private static final Path JAR = CiFiles.ROOT.resolve("cli/target/heed.jar");

    @TempDir
    private Path temp;

    private Path project;
    private Path source;

    @BeforeEach
    void write() throws IOException {
        project = Files.createDirectories(temp.resolve("a project"));
        source = project.resolve("src/main/java/A.java");
        Files.createDirectories(source.getParent());
        Files.copy(CiFiles.ROOT.resolve("testdata/swallowed-interrupt/java/bad_empty_catch.java"), source);
    }

    private record Result(int code, String text) {}

    private Result run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(temp, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("HEED_NO_BUILD", "1");
        builder.environment().put("HEED_NO_ARCHIVE", "1");
        builder.environment().put("HEED_CACHE_DIR", temp.resolve("cache").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("GIT_CEILING_DIRECTORIES", temp.toString());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Result(code, Files.readString(out, StandardCharsets.UTF_8));
    }

    /** The scripts of the action, in the way of GitHub's runner. The others need its network. */
    private final class Job {
        private final Map<String, String> inputs = new LinkedHashMap<>();
        private final Map<String, String> outputs = new LinkedHashMap<>();
        private final StringBuilder log = new StringBuilder();
        private final Path summary = temp.resolve("summary.md");

        Job() throws IOException {
            CiFiles.inputs()
                    .forEach((name, value) ->
                            inputs.put(name, CiFiles.map(value).get("default").toString()));
            inputs.put("jar", JAR.toString());
        }

        int run() throws IOException, InterruptedException {
            for (Map<String, Object> step : CiFiles.steps()) {
                if (!step.containsKey("run")) {
                    continue;
                }
                Path output = Files.createTempFile(temp, "output", "");
                Map<String, String> environment = new LinkedHashMap<>();
                environment.put("GITHUB_ACTION_PATH", CiFiles.ROOT.toString());
                environment.put("GITHUB_OUTPUT", output.toString());
                environment.put("GITHUB_STEP_SUMMARY", summary.toString());
                if (step.containsKey("env")) {
                    CiFiles.map(step.get("env")).forEach((name, value) -> environment.put(name, value(value)));
                }
                Path script = Files.writeString(
                        Files.createTempFile(temp, "step", ".sh"),
                        step.get("run").toString());
                Result result = CiRecipesIT.this.run(
                        environment, "bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString());
                log.append(result.text());
                for (String line : Files.readAllLines(output)) {
                    outputs.put(
                            step.get("id") + "." + line.substring(0, line.indexOf('=')),
                            line.substring(line.indexOf('=') + 1));
                }
                if (result.code() != 0) {
                    return result.code();
                }
            }
            return 0;
        }

        private String value(Object expression) {
            Matcher input = Pattern.compile("\\$\\{\\{ inputs\\.([\\w-]+) }}").matcher(expression.toString());
            if (input.matches()) {
                return inputs.get(input.group(1));
            }
            Matcher output = Pattern.compile("\\$\\{\\{ steps\\.(\\w+)\\.outputs\\.([\\w-]+) }}")
                    .matcher(expression.toString());
            assertThat(output.matches()).as(expression.toString()).isTrue();
            return outputs.getOrDefault(output.group(1) + "." + output.group(2), "");
        }
    }

    @Test
    void theActionTellsAndThenFails() throws Exception {
        Job job = new Job();
        assertThat(job.run()).as(job.log.toString()).isEqualTo(1);
        assertThat(job.outputs)
                .containsEntry("java.usable", "true")
                .containsEntry("scan.exit-code", "1")
                .containsEntry("scan.sarif", "heed.sarif");
        assertThat(job.log).contains("::").contains("file=src/main/java/A.java");
        assertThat(job.summary).content().contains("swallowed-interrupt");
        assertThat(project.resolve("heed.sarif")).content().contains("\"swallowed-interrupt\"");
    }

    @Test
    void theActionTakesItsInputs() throws Exception {
        run(Map.of(), JAVA, "-jar", JAR.toString(), "baseline", "create", "src");
        Job job = new Job();
        job.inputs.put("paths", "src/main/java\r\nsrc\n");
        job.inputs.put("baseline", "heed-baseline.json");
        job.inputs.put("sarif", "-reports.sarif");
        assertThat(job.run()).as(job.log.toString()).isZero();
        assertThat(job.outputs).containsEntry("scan.exit-code", "0").containsEntry("scan.sarif", "./-reports.sarif");
        assertThat(job.summary).content().contains("1 known");
        job.inputs.put("baseline", "");
        job.inputs.put("fail-on", "never");
        assertThat(job.run()).as(job.log.toString()).isZero();
        job.inputs.put("fail-on", "");
        job.inputs.put("args", "--ignore\nswallowed\n");
        assertThat(job.run()).as(job.log.toString()).isZero();
    }

    @Test
    void theActionEvaluatesNothing() throws Exception {
        for (String input : List.of("paths", "args", "fail-on", "baseline", "since", "sarif", "jar")) {
            Job job = new Job();
            job.inputs.put(input, "x$(touch pwned)`touch pwned`; touch pwned #\" && touch pwned");
            job.run();
            assertThat(project.resolve("pwned")).as(input).doesNotExist();
        }
        Job job = new Job();
        job.inputs.put("args", "--no-such-option");
        assertThat(job.run()).as(job.log.toString()).isEqualTo(2);
    }

    @Test
    void theActionHandsOverEachWord() throws Exception {
        Path java = script("java", "printf '<%s>\\n' \"$@\"");
        Job job = new Job();
        job.inputs.put("since", "origin/a b");
        job.inputs.put("args", "-cp\nlib/*\n--confidence\nproved");
        job.inputs.put("paths", "a b\n-c");
        Map<String, String> environment = new LinkedHashMap<>();
        job.inputs.forEach((name, value) ->
                environment.put("INPUT_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), value));
        environment.put("JAVA_HOME", java.getParent().getParent().toString());
        environment.put("GITHUB_OUTPUT", temp.resolve("output").toString());
        Result result = run(environment, CiFiles.ROOT.resolve("ci/github/scan").toString());
        assertThat(result.text())
                .contains("<--since=origin/a b>\n<-cp>\n<lib/*>\n<--confidence>\n<proved>\n<-->\n<a b>\n<-c>\n");
    }

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Path script(String name, String body) throws IOException {
        Path script = Files.createDirectories(temp.resolve("home/bin")).resolve(name);
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    @Test
    void theJobOfGitLabWritesItsReports() throws Exception {
        Path heed = script("heed", "exec '" + JAVA + "' -jar '" + JAR + "' \"$@\"");
        Map<String, Object> job = CiFiles.map(CiFiles.gitlab().get("heed"));
        String body = ((List<?>) job.get("script")).get(0).toString();
        Map<String, String> environment = new LinkedHashMap<>();
        CiFiles.map(CiFiles.gitlab().get("variables"))
                .forEach((name, value) -> environment.put(name, value.toString()));
        environment.put("PATH", heed.getParent() + ":" + System.getenv("PATH"));
        Result result = run(environment, "sh", "-ec", body);
        assertThat(result.code()).as(result.text()).isEqualTo(1);
        Map<String, Object> artifacts = CiFiles.map(job.get("artifacts"));
        String quality =
                CiFiles.map(artifacts.get("reports")).get("codequality").toString();
        assertThat(project.resolve(quality)).content().contains("swallowed-interrupt");
        assertThat(project.resolve(((List<?>) artifacts.get("paths")).get(0).toString()))
                .exists();
        environment.put("HEED_FAIL_ON", "never");
        assertThat(run(environment, "sh", "-ec", body).code()).isZero();
    }

    /** As pre-commit runs hooks of this language: the entry lies in the repository of the hook, the names come behind. */
    @Test
    void theHooksLookAtWhatIsCommitted() throws Exception {
        run(Map.of(), "git", "init", "-q");
        run(Map.of(), "git", "add", ".");
        String staged =
                run(Map.of(), "git", "diff", "--cached", "--name-only").text().strip();
        assertThat(staged).isEqualTo("src/main/java/A.java");
        Result told = run(Map.of(), hook("heed", staged));
        assertThat(told.code()).as(told.text()).isEqualTo(1);
        assertThat(told.text()).contains("src/main/java/A.java:").contains("[swallowed-interrupt]");
        String before = Files.readString(source);
        Result fixed = run(Map.of(), hook("heed-fix", staged));
        assertThat(fixed.code()).as(fixed.text()).isZero();
        assertThat(source).content().isNotEqualTo(before);
        assertThat(run(Map.of(), hook("heed", staged)).code()).isZero();
    }

    private static String[] hook(String id, String file) throws IOException {
        Map<String, Object> hook = CiFiles.hooks().stream()
                .filter(one -> one.get("id").equals(id))
                .findFirst()
                .orElseThrow();
        String[] entry = hook.get("entry").toString().split(" ");
        entry[0] = CiFiles.ROOT.resolve(entry[0]).toString();
        return Stream.concat(Arrays.stream(entry), Stream.of(file)).toArray(String[]::new);
    }

    /** Nothing here builds images: that the files, laid out as it says, are a command. */
    @Test
    void theImageHasAllThatItsCommandNeeds() throws Exception {
        Path image = temp.resolve("image");
        List<String> command = new ArrayList<>();
        Map<String, String> environment = new LinkedHashMap<>();
        for (String line : CiFiles.containerfile()) {
            String[] words = line.split(" ");
            if (line.startsWith("COPY --from=build ")) {
                Path copy = image.resolve(words[3].substring(1));
                Files.createDirectories(copy.getParent());
                Files.copy(
                        CiFiles.ROOT.resolve(Path.of("/heed").relativize(Path.of(words[2]))),
                        copy,
                        StandardCopyOption.COPY_ATTRIBUTES);
            } else if (line.startsWith("ENV ")) {
                environment.put(words[1].split("=")[0], words[1].split("=")[1]);
            } else if (line.startsWith("ENTRYPOINT ") || line.startsWith("CMD ")) {
                ((List<?>) CiFiles.yaml(line.substring(line.indexOf('['))))
                        .forEach(word -> command.add(word.toString()));
            }
        }
        command.set(0, image.resolve(command.get(0).substring(1)).toString());
        Result result = run(environment, command.toArray(String[]::new));
        assertThat(result.code()).as(result.text()).isEqualTo(1);
        assertThat(result.text()).contains("swallowed-interrupt");
    }
}
