package dev.heed.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waits behind branches: what these ask for is read off them, and given to fields, parameters and stubs. */
class SteeredTest {
    private static final String CLASS = """
            import java.util.concurrent.atomic.*;
            public class A {
                enum State { NEW, READY, DONE }
                public interface Door { boolean isOpen(); int width(); }
                static class Base { boolean isUp() { return false; } }
                static class Other extends Base { int size; boolean isUp() { return size == 42; } }
                private final AtomicBoolean flag = new AtomicBoolean();
                private final AtomicInteger counter = new AtomicInteger();
                private final java.util.List<String> items = new java.util.ArrayList<>();
                private final java.util.Map<Object, Door> doors = new java.util.HashMap<>();
                private final java.util.Map<String, Door> shared = new java.util.concurrent.ConcurrentHashMap<>();
                private final java.util.List any = new java.util.ArrayList();
                private State state = State.NEW;
                private Thread worker;
                private String name = "nobody";
                private long id = -1;
                private boolean stopped = true;
                private final Other other = new Other();
                private boolean isReady() { return state == State.READY && id > 7; }
                public void f(String s, int n, Door door, Object o) {
                    if (!(%s)) {
                        return;
                    }
                    try {
                        Thread.sleep(1); // wait
                    } catch (InterruptedException e) { // caught
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    private Answer ask(String condition) throws Exception {
        Compiled compiled = Compiled.of(directory, "A.java", CLASS.formatted(condition));
        return compiled.ask(compiled.swallowed("f"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !stopped && worker != null
            flag.get() && counter.get() == 5
            state == State.READY
            state.equals(State.DONE) && name.equals("secret")
            isReady()
            n > 1234 && id >= 99
            "open sesame".equals(s)
            door.isOpen() && door.width() == 77
            o instanceof A
            !items.isEmpty() && items.size() > 0
            other.isUp()
            doors.get(new StringBuilder(s)) != null
            doors.containsKey(o) && !shared.containsKey(s)
            flag.compareAndSet(true, false) && worker == null
            ((Door) o).width() >= 0
            ((Other) o).size >= 0
            ((Door) any.iterator().next()).width() >= 0
            ((Door) any.get(0)).width() >= 0 && ((Door) o).width() >= 0
            """)
    void whatTheBranchesAskForIsGiven(String condition) throws Exception {
        Answer answer = ask(condition);
        assertThat(answer.verdict()).as(answer.reason()).isEqualTo(Verdict.CONFIRMED);
        assertThat(answer.driven()).isEqualTo("A.f(String, int, A.Door, Object)");
        Answer second = ask(condition);
        assertThat(second).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !stopped
            other.isUp()
            """)
    void anObjectWithSuchFieldsIsSaidToBeNoConstructors(String condition) throws Exception {
        assertThat(ask(condition).isSynthetic()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (s + n).equals("secret")
            stopped && !stopped
            n > 5 && n < 3
            """)
    void whatCannotBeReadOffIsNotReached(String condition) throws Exception {
        assertThat(ask(condition).obstacle()).isEqualTo(Obstacle.NOT_REACHED);
    }
}
