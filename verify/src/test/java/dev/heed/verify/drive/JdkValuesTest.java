package dev.heed.verify.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.verify.scenario.Checks;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.URL;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkValuesTest {
    private static Object made(Type type) throws UnmakeableException {
        Object made = new Values(JdkValuesTest.class.getClassLoader(), 0, java.util.Set.of(), Guide.NONE, false)
                .make(type, 0);
        assertThat(made).isNotNull();
        return made;
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                LinkedList.class,
                Vector.class,
                SortedSet.class,
                TreeMap.class,
                LinkedHashMap.class,
                NavigableMap.class,
                ConcurrentSkipListMap.class
            })
    void containersHoldSomething(Class<?> type) throws UnmakeableException {
        Object made = made(type);
        assertThat(made).isInstanceOf(type);
        int size = made instanceof Map<?, ?> map ? map.size() : ((Collection<?>) made).size();
        assertThat(size).isPositive();
    }

    @ParameterizedTest
    @ValueSource(classes = {InetAddress.class, URL.class, Selector.class, SocketChannel.class})
    void connectionsAreOfThisMachine(Class<?> type) throws UnmakeableException {
        assertThat(made(type)).isInstanceOf(type);
    }

    @Test
    void workLastsUntilItIsInterrupted() {
        LockSupport.unpark(Thread.currentThread());
        long start = System.nanoTime();
        JdkValues.park(20);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
        Thread.currentThread().interrupt();
        JdkValues.park(600_000);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** What is driven in the test below. */
    static final class Keeper {
        static final List<Selector> SEEN = new ArrayList<>();

        private Keeper() {}

        static void keep(Selector selector) {
            SEEN.add(selector);
        }
    }

    private static final class NoChecks implements Checks {
        @Override
        public void afterwards(String name, Check check) {}

        @Override
        public <T> T boundary(Callable<T> call) throws Exception {
            return call.call();
        }
    }

    @Test
    void eachRunClosesWhatTheLastOneOpened() throws Throwable {
        Drive drive = Drive.of(Keeper.class, "keep", "(Ljava/nio/channels/Selector;)V")
                .orElseThrow();
        for (int i = 0; i < 2; i++) {
            drive.in(Keeper.class.getClassLoader()).run(new NoChecks());
        }
        assertThat(Keeper.SEEN).extracting(Selector::isOpen).containsExactly(false, true);
        Keeper.SEEN.get(1).close();
    }

    @Test
    void noNameIsLookedUp() throws UnmakeableException {
        assertThat(((InetAddress) made(InetAddress.class)).isLoopbackAddress()).isTrue();
    }
}
