package dev.heed.verify.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** The agent's entry: keeps what the JVM hands to agents, and does nothing until it is asked to. */
public final class Agent {
    private static volatile @Nullable Instrumentation instrumentation;

    private Agent() {}

    /** Called by the JVM that is started with {@code -javaagent}. */
    public static void premain(@Nullable String unused, Instrumentation given) {
        instrumentation = given;
    }

    /** Called by the JVM that the agent is attached to. */
    public static void agentmain(@Nullable String unused, Instrumentation given) {
        instrumentation = given;
    }

    static @Nullable Instrumentation instrumentation() {
        return instrumentation;
    }
}
