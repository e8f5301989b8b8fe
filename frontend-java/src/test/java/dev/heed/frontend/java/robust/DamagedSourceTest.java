package dev.heed.frontend.java.robust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Function;
import dev.heed.frontend.java.MemorySource;
import dev.heed.frontend.java.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Damages real files: cuts, doubles, swaps and nests their tokens. Nothing fails, and what is not read any more is told of.
 * With {@code -Dheed.damage=FILE.jar} it damages the files of a sources jar, {@code -Dheed.damage.rounds=N} times each.
 */
@Timeout(value = 9, unit = TimeUnit.MINUTES)
class DamagedSourceTest {
    private static final Pattern TOKEN = Pattern.compile("\\w+|\"(?:[^\"\\\\\\n]|\\\\.)*\"|\\s+|.", Pattern.DOTALL);

    @Test
    void nothingIsLostWithoutAWord() throws IOException {
        Random random = new Random(20261122);
        int told = 0;
        int toldLate = 0;
        int rounds = Integer.getInteger("heed.damage.rounds", 3);
        List<String> texts = texts();
        for (String text : texts) {
            List<String> before = names(read(text));
            for (int round = 0; round < rounds; round++) {
                String damaged = damaged(text, random);
                Reading reading;
                try {
                    reading = read(damaged);
                    SourceFuzzTest.check(reading);
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("on this text:\n" + damaged, e);
                }
                if (!reading.notifications().isEmpty()) {
                    told++;
                    toldLate += late(damaged).notifications().isEmpty() ? 0 : 1;
                }
                if (reading.notifications().isEmpty() && braces(damaged) == braces(text)) {
                    // No word of anything unread: then each method whose declaration is still there is read.
                    List<String> after = names(reading);
                    assertThat(before.stream()
                                    .filter(name -> name.matches("\\w+"))
                                    .filter(name -> damaged.contains("void " + name + "("))
                                    .filter(name -> !after.contains(name))
                                    .filter(name -> !isInComment(damaged, "void " + name + "(")))
                            .as("methods of which nothing is said in\n%s", damaged)
                            .isEmpty();
                }
            }
        }
        assertThat(told).as("damages that are told of").isGreaterThan(texts.size() * rounds / 4);
        assertThat(toldLate)
                .as("of %s, those told of without a look at bodies", told)
                .isGreaterThan(told * 3 / 4);
    }

    /** Reads none of the bodies, as where no rule can find anything in them. */
    private static Reading late(String text) {
        return Reading.of(List.of(new MemorySource("A.java", text)), List.of(), 1, true);
    }

    private static Reading read(String text) {
        return Reading.of(new MemorySource("A.java", text));
    }

    private static List<String> names(Reading reading) {
        return reading.program().functions().stream().map(Function::displayName).toList();
    }

    private static long braces(String text) {
        return text.chars().filter(c -> c == '{' || c == '}').count();
    }

    /** A cut quote or comment may swallow what follows; that is no code any more. */
    private static boolean isInComment(String text, String declaration) {
        String before = text.substring(0, text.indexOf(declaration));
        return before.lastIndexOf("/*") > before.lastIndexOf("*/")
                || before.substring(before.lastIndexOf('\n') + 1).contains("//")
                || before.substring(before.lastIndexOf('\n') + 1).contains("\"")
                || before.contains("\"\"\"");
    }

    private static List<String> texts() throws IOException {
        String jar = System.getProperty("heed.damage");
        List<String> texts = new ArrayList<>();
        if (jar != null) {
            try (ZipFile zip = new ZipFile(jar)) {
                for (ZipEntry entry :
                        zip.stream().filter(e -> e.getName().endsWith(".java")).toList()) {
                    texts.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return texts;
        }
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/lower"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static String damaged(String text, Random random) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && tokens.size() > 10; i++) {
            int at = random.nextInt(tokens.size() - 1);
            int length = Math.min(1 + random.nextInt(8), tokens.size() - at);
            List<String> some = new ArrayList<>(tokens.subList(at, at + length));
            switch (random.nextInt(6)) {
                case 0 -> tokens.subList(at, at + length).clear();
                case 1 -> tokens.addAll(at, some);
                case 2 -> tokens.set(at, tokens.set(random.nextInt(tokens.size()), tokens.get(at)));
                case 3 -> {
                    tokens.addAll(at + length, List.of(")", ")", ")"));
                    tokens.addAll(at, List.of("(", "(", "("));
                }
                case 4 ->
                    tokens.add(
                            at,
                            List.of("{", "}", "(", ")", "\"", "/*", ";", "->", "@", "enum")
                                    .get(random.nextInt(10)));
                default -> {
                    if (random.nextInt(10) == 0) {
                        tokens.subList(at, tokens.size()).clear();
                    }
                }
            }
        }
        return String.join("", tokens);
    }
}
