package dev.heed.verify.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.verify.check.Compiled;
import dev.heed.verify.check.Member;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Place;
import dev.heed.verify.check.Question;
import dev.heed.verify.witness.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a finding in a source to methods in class files, or to the reason why there are none. */
class LocatorTest {
    private static final String SOURCE = """
            public class Pool {
                public void outer() {
                    inner();
                }

                private void inner() {
                    try {
                        Thread.sleep(1); // wait
                    } catch (InterruptedException e) { // caught
                        System.out.println();
                    }
                }

                public Runnable task() {
                    return new Runnable() {
                        @Override
                        public void run() {
                            try {
                                Thread.sleep(2); // second wait
                            } catch (InterruptedException e) { // second caught
                                System.out.println();
                            }
                        }
                    };
                }

                private static class Hidden {
                    void f() {
                        try {
                            Thread.sleep(3); // third wait
                        } catch (InterruptedException e) { // third caught
                            System.out.println();
                        }
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    private static Obstacle obstacle(Located located) {
        assertThat(located).isInstanceOf(Located.Unknown.class);
        Obstacle obstacle = ((Located.Unknown) located).answer().obstacle();
        assertThat(obstacle).isNotNull();
        return obstacle;
    }

    private static List<String> members(Located located) {
        assertThat(located).isInstanceOf(Located.Ready.class);
        Question question = ((Located.Ready) located).question();
        return question.members().stream()
                .map(member -> member.className() + "." + member.name())
                .toList();
    }

    @Test
    void theCancelMayArriveAtAnyStepWhereThatDiffers() throws IOException {
        Compiled pool = Compiled.of(directory, "Pool.java", SOURCE);
        Located located = pool.locate(pool.claim("innermost-catch-blames-callee", "inner", "// wait", "// caught"));
        assertThat(located).isInstanceOf(Located.Ready.class);
        Question question = ((Located.Ready) located).question();
        assertThat(question.deliveries().stream().map(Place::first)).containsExactly(8, 9);
        assertThat(question.properties()).containsExactly(Property.UNTOLD);
    }

    @Test
    void callersComeBeforeAPrivateMethod() throws IOException {
        Compiled pool = Compiled.of(directory, "Pool.java", SOURCE);
        assertThat(members(pool.locate(pool.claim("swallowed-interrupt", "inner", "// wait", "// caught"))))
                .containsExactly("Pool.outer", "Pool.inner");
    }

    @Test
    void whoMakesAnAnonymousObjectLeadsToItsMethods() throws IOException {
        Compiled pool = Compiled.of(directory, "Pool.java", SOURCE);
        Located located = pool.locate(pool.claim("swallowed-interrupt", "run", "// second wait", "// second caught"));
        assertThat(members(located)).containsExactly("Pool.task", "Pool$1.run");
    }

    @Test
    void aTestCannotCallWhatIsHidden() throws IOException {
        Compiled pool = Compiled.of(directory, "Pool.java", SOURCE);
        Located located = pool.locate(pool.claim("swallowed-interrupt", "f", "// third wait", "// third caught"));
        assertThat(((Located.Ready) located).question().members())
                .extracting(Member::isVisible)
                .containsExactly(false);
    }

    @Test
    void classesOfAnOlderSourceAreTold() throws IOException {
        Compiled old = Compiled.of(directory, "Pool.java", SOURCE);
        // Lines were put in since: where the wait is now was another method.
        Claim claim = old.claim("swallowed-interrupt", "inner", "// second wait", "// second caught");
        assertThat(obstacle(old.locate(claim))).isEqualTo(Obstacle.OTHER_SOURCES);
        Claim beyond = new Claim(
                "swallowed-interrupt",
                new Claim.Lines("Pool.java", 99, 99),
                "inner",
                List.of(new Claim.Lines("Pool.java", 98, 98)));
        assertThat(obstacle(old.locate(beyond))).isEqualTo(Obstacle.OTHER_SOURCES);
    }

    @Test
    void classesWithoutLinesAreTold() throws IOException {
        Compiled pool = Compiled.of(directory, "Pool.java", SOURCE, "-g:source");
        assertThat(obstacle(pool.locate(pool.claim("swallowed-interrupt", "inner", "// wait", "// caught"))))
                .isEqualTo(Obstacle.NO_LINES);
    }

    @Test
    void aSourceWithoutClassesIsTold() throws IOException {
        Compiled pool = Compiled.of(directory, "Pool.java", SOURCE);
        Claim claim = new Claim("swallowed-interrupt", new Claim.Lines("a/Other.java", 1, 1), "f", List.of());
        assertThat(obstacle(pool.locate(claim))).isEqualTo(Obstacle.NO_CLASSES);
    }

    @Test
    void aRuleThatNoCancellationShowsIsTold() throws IOException {
        Compiled pool = Compiled.of(directory, "Pool.java", SOURCE);
        assertThat(obstacle(pool.locate(pool.claim("uncancellable-loop", "inner", "// wait", "// caught"))))
                .isEqualTo(Obstacle.NOT_SHOWN_BY_RUNNING);
    }

    @Test
    void thePackageDecidesBetweenSourcesOfOneName() throws IOException {
        Compiled.of(directory, "Pool.java", "package a.b; public class Pool { int ab; }");
        Compiled other = Compiled.of(directory, "Pool.java", "package a.c; public class Pool { int ac; }");
        CodeIndex index = CodeIndex.of(List.of(other.classes()), Set.of("Pool.java"));
        assertThat(index.code("src/a/c/Pool.java").orElseThrow().classNames()).containsExactly("a.c.Pool");
        assertThat(index.code("x-sources.jar!/a/b/Pool.java").orElseThrow().classNames())
                .containsExactly("a.b.Pool");
        assertThat(index.code("src/Pool.java")).isEmpty();
    }

    @Test
    void damagedClassFilesAreListed() throws IOException {
        Compiled pool = Compiled.of(directory, "Pool.java", SOURCE);
        Files.write(pool.classes().resolve("Broken.class"), new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 0});
        Files.write(pool.classes().resolve("Empty.class"), new byte[0]);
        assertThat(CodeIndex.of(List.of(pool.classes()), Set.of("Pool.java")).unreadable())
                .containsExactly("Broken.class", "Empty.class");
    }
}
