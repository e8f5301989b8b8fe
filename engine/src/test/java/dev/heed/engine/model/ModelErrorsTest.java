package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user reads who made a mistake in a model file. */
class ModelErrorsTest {
    private static final String HEAD = "heed-models: 1\ntypes:\n";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("acme.yaml");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("", "The file is empty; a model file starts with the line 'heed-models: 1'."),
                mistake("# only a comment\n", "The file is empty; a model file starts with the line 'heed-models: 1'."),
                mistake(
                        "types: {}\n",
                        "1:1: 'heed-models: 1' is missing: a model file says the version of its format."),
                mistake(
                        "heed-models: 2\ntypes: {}\n",
                        "1:14: This Heed reads version 1 of the format, not '2'; write 'heed-models: 1' or use the Heed"
                                + " that the file was written for."),
                mistake("heed-models: 1\n", "1:1: 'types' is missing: it holds what the file says, by type."),
                mistake("heed-models: 1\ntypes: {}\ntypse: {}\n", "3:1: Unknown key 'typse'; did you mean 'types'?"),
                mistake("- a\n- b\n", "1:1: A model file must be a mapping ('key: value'), not a list."),
                mistake("heed-models: 1\ntypes: [a.B]\n", "2:8: 'types' must be a mapping ('key: value'), not a list."),
                mistake(HEAD + "  a.B:\n    singal: interrupt\n", "4:5: Unknown key 'singal'; did you mean 'signal'?"),
                mistake(
                        HEAD + "  a.B:\n    colour: red\n",
                        "4:5: Unknown key 'colour'; allowed: signal, status-when-thrown, carrier, constructor-restores,"
                                + " closeable, also-for-types, also-for-receivers, since, until, source, methods."),
                mistake(
                        HEAD + "  a.B:\n    get(long): {blocks: true}\n",
                        "4:5: 'get(long)' looks like a method; methods stand under 'methods:'."),
                mistake(
                        HEAD + "  a.B:\n    signal: interupt\n",
                        "4:13: 'interupt' is not a value of 'signal'; allowed: interrupt, cancel, outcome, wakeup, none."),
                mistake(
                        HEAD + "  a.B:\n    status-when-thrown: cleared\n",
                        "4:25: 'cleared' is not a value of 'status-when-thrown'; allowed: clear, set, unknown."),
                mistake(
                        HEAD + "  a.B:\n    carrier: yes\n",
                        "4:14: 'yes' is not a value of 'carrier'; allowed: true, false."),
                mistake(HEAD + "  a.B:\n    carrier:\n", "4:13: 'carrier' has no value."),
                mistake(
                        HEAD + "  a.B:\n    carrier: [true]\n",
                        "4:14: 'carrier' takes a single value here, not a list."),
                mistake(
                        HEAD + "  a b:\n    carrier: true\n",
                        "3:3: 'a b' is not a type; write a full name like 'java.lang.Thread' or 'java.util.Map$Entry'."),
                mistake(
                        HEAD + "  a.B: {carrier: true}\n  a.B: {carrier: true}\n",
                        "4:3: 'a.B' stands here a second time; the first is in line 3. Put both together."),
                method(
                        "get(long: {blocks: true}",
                        "5:7: 'get(long' does not end with ')': write 'get' for all methods of"
                                + " that name, 'get/2' for those with 2 parameters, or 'get(long, TimeUnit)'."),
                method(
                        "get(List<String>): {blocks: true}",
                        "5:7: 'get(List<String>)' has type arguments; write the type without <...>."),
                method(
                        "get(long timeout): {blocks: true}",
                        "5:7: 'long timeout' in 'get(long timeout)' is more than a"
                                + " type: write types only, without parameter names or annotations."),
                method(
                        "get(long,): {blocks: true}",
                        "5:7: '' in 'get(long,)' is not a parameter type: write 'get' for all"
                                + " methods of that name, 'get/2' for those with 2 parameters, or 'get(long, TimeUnit)'."),
                method(
                        "get(int..., long): {blocks: true}",
                        "5:7: Only the last parameter can end with '...': 'get(int..., long)'."),
                method(
                        "get/x: {blocks: true}",
                        "5:7: 'x' is not a number of parameters in 'get/x': write 'get' for all"
                                + " methods of that name, 'get/2' for those with 2 parameters, or 'get(long, TimeUnit)'."),
                method("<init>: {blocks: true}", "5:7: Write 'new' for a constructor, not '<init>'."),
                method(
                        "9to5: {blocks: true}",
                        "5:7: '9to5' is not a method: write 'get' for all methods of that name,"
                                + " 'get/2' for those with 2 parameters, or 'get(long, TimeUnit)'."),
                method(
                        "get(): {blocks: true}\n      get( ): {blocks: true}",
                        "6:7: 'get()' stands here a second time; the first is in line 5. Put both together."),
                method(
                        "get(): blocks",
                        "5:14: What is said of a method must be a mapping ('key: value'), not a single" + " value."),
                method("get(): {bloks: true}", "5:15: Unknown key 'bloks'; did you mean 'blocks'?"),
                method(
                        "get(): {on-interrupt: throw}",
                        "5:29: 'throw' is not a value of 'on-interrupt'; allowed: ignores,"
                                + " throws, throws-if-waiting, returns."),
                method(
                        "get(): {status: clears}",
                        "5:23: 'clears' is not a value of 'status'; allowed: polls, polls-and-clears, restores."),
                method(
                        "get(): {log: severe}",
                        "5:20: 'severe' is not a value of 'log'; allowed: trace, debug, info, warn,"
                                + " error, argument."),
                method(
                        "get(): {delivers: CancelationException}",
                        "5:25: No model file has a type 'CancelationException':"
                                + " write its full name, with the package; did you mean 'CancellationException'?"),
                method(
                        "get(): {delivers: 'a b'}",
                        "5:25: 'a b' is not a type; write a name like 'java.lang.InterruptedException'."),
                method(
                        "get(): {acquires: key receiver}",
                        "5:25: In 'acquires: key receiver', 'key' is not one of lock,"
                                + " permit, counter, closeable, loan: write RESOURCE PLACE, or 'RESOURCE PLACE if-true', for"
                                + " example 'permit receiver if-true'."),
                method(
                        "get(): {acquires: lock}",
                        "5:25: In 'acquires: lock', the place is missing (receiver, result,"
                                + " arg0, arg1, ...): write RESOURCE PLACE, or 'RESOURCE PLACE if-true', for example 'permit"
                                + " receiver if-true'."),
                method(
                        "get(): {awaits: receiver bound}",
                        "5:23: In 'awaits: receiver bound', 'bound' is too much: write"
                                + " PLACE, or 'PLACE bounded', for example 'receiver bounded'."),
                method(
                        "get(): {awaits: arg0}",
                        "5:23: In 'awaits: arg0', 'arg0' does not exist, as 'get()' has 0"
                                + " parameters and arg0 is the first: write PLACE, or 'PLACE bounded', for example 'receiver"
                                + " bounded'."),
                method(
                        "get(): {spawns: receiver task}",
                        "5:23: In 'spawns: receiver task', 'on' is missing: write 'PLACE on"
                                + " thread|task|schedule|callback', or the same with 'as PLACE', for example 'arg0 on task as"
                                + " result'."),
                method(
                        "get/1: {transfers: receiver}",
                        "5:26: In 'transfers: receiver', 'receiver' is not an argument:"
                                + " write an argument, or a list of them, for example '[arg0, arg1]'."),
                method(
                        "get: {by-name: true}",
                        "5:7: 'by-name' needs the number of parameters: write 'get/N' or 'get(Type," + " ...)'."),
                method(
                        "get(): {since: new}",
                        "5:22: 'new' is not a value of 'since'; allowed: a number from 1 to 999."));
    }

    private static Arguments mistake(String text, String message) {
        return Arguments.of(text, message);
    }

    private static Arguments method(String line, String message) {
        return Arguments.of(HEAD + "  a.B:\n    methods:\n      " + line + "\n", message);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsPlaceFaultAndRemedy(String text, String message) throws IOException {
        Files.writeString(file, text);
        String place = Character.isDigit(message.charAt(0)) ? ":" : ": ";
        assertThat(problems()).containsExactly(file + place + message);
    }

    static Stream<Arguments> noYaml() {
        return Stream.of(
                Arguments.of("a: [1, 2\n", "2:1: This is not YAML: expected ',' or ']', but got <stream end>"),
                Arguments.of("a: b: c\n", "1:5: This is not YAML: mapping values are not allowed here"),
                Arguments.of(
                        "a: &x 1\nb: *x\n", "1:4: This is not YAML: anchors (&) and aliases (*) are not supported"),
                Arguments.of("a: 1\n---\nb: 2\n", "2:1: This is not YAML: but found another document"),
                Arguments.of("a: \"x\u0007\"\n", "1:6: The character U+0007 is not allowed in YAML; remove it."),
                Arguments.of("a: @b\n", "1:4: This is not YAML: found character '@' that cannot start any token"),
                Arguments.of("[".repeat(5000), "1:21: This is not YAML: it is nested more than 20 levels deep"));
    }

    @ParameterizedTest
    @MethodSource("noYaml")
    void refusesWhatIsNotPlainYaml(String text, String start) throws IOException {
        Files.writeString(file, text);
        assertThat(problems()).singleElement().asString().startsWith(file + ":" + start);
    }

    @Test
    void tellsAllMistakesOfAllFilesAtOnce() throws IOException {
        Files.writeString(file, HEAD + "  a.B:\n    carrier: 1\n    signal: x\n  a.C:\n    methods:\n      get(: {}\n");
        Path second = Files.writeString(folder.resolve("second.yaml"), "heed-models: 0\ntypes: {}\n");
        ModelException e = catchThrowableOfType(
                ModelException.class,
                () -> ModelFiles.load(List.of(file, second, folder.resolve("none.yaml"), folder)));
        assertThat(e.problems())
                .extracting(p -> p.file() + ":" + p.line())
                .containsExactly(
                        file + ":4",
                        file + ":5",
                        file + ":8",
                        second + ":1",
                        folder.resolve("none.yaml") + ":0",
                        folder + ":0");
        assertThat(e).hasMessageContaining("none.yaml: There is no such file.");
        assertThat(e).hasMessageContaining(folder + ": The file cannot be read: it is a directory.");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Files.write(file, "heed-models: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems()).containsExactly(file + ": The file is not UTF-8 text.");
    }

    @Test
    void refusesAHugeFile() throws IOException {
        Files.writeString(file, "#".repeat((1 << 20) + 1));
        assertThat(problems()).containsExactly(file + ": The file is larger than 1 MiB; split it.");
    }

    @Test
    void stopsAfterAHundredMistakes() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 500; i++) {
            text.append("  a.B").append(i).append(": {carier: true}\n");
        }
        Files.writeString(file, text);
        assertThat(problems())
                .hasSize(101)
                .last()
                .asString()
                .endsWith("only the first 100 errors of a file are shown.");
    }

    @Test
    void checksTypesAgainstAHierarchy() throws IOException {
        Files.writeString(
                file,
                HEAD + "  java.util.Map.Entry:\n    carrier: true\n  java.util.Mapp:\n    methods:\n"
                        + "      get/1: {delivers: [java.lang.Thread, com.acme.Stop]}\n");
        ModelException e = catchThrowableOfType(
                ModelException.class, () -> ModelFiles.check(List.of(file), new ReflectiveHierarchy()));
        assertThat(e.problems())
                .extracting(ModelProblem::toString)
                .containsExactly(
                        file
                                + ":3:3: The type 'java.util.Map.Entry' does not exist; did you mean 'java.util.Map$Entry'?",
                        file + ":5:3: The type 'java.util.Mapp' does not exist on the class path; check its package and"
                                + " name, or add its jar.",
                        file + ":7:7: 'get/1' delivers 'com.acme.Stop', a type that does not exist on the class path;"
                                + " check its package and name, or add its jar.");
        assertThatCode(() -> ModelFiles.check(List.of(file), null)).doesNotThrowAnyException();
    }

    private List<String> problems() {
        ModelException e = catchThrowableOfType(ModelException.class, () -> ModelFiles.load(List.of(file)));
        assertThat(e).as("the file is wrong").isNotNull();
        return e.problems().stream().map(ModelProblem::toString).toList();
    }
}
