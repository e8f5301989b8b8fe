package dev.heed.junit;

import dev.heed.verify.agent.ProjectClasses;
import dev.heed.verify.agent.UnavailableException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Has probes put into the project's classes before the first of them is loaded: when JUnit starts. */
public final class ProbesListener implements LauncherSessionListener {
    /** Names of further packages, separated by commas, whose classes get probes although they lie in jars. */
    static final String PACKAGES = "heed.verify.packages";

    private static final AtomicReference<@Nullable Probed> PROBED = new AtomicReference<>();

    /** Either the classes, or why there are none. */
    record Probed(@Nullable ProjectClasses classes, String problem) {}

    /** What came of it; nothing if JUnit did not find this listener. */
    static @Nullable Probed probed() {
        return PROBED.get();
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        // Sessions may be nested; the probes are for all of them.
        if (PROBED.get() == null) {
            PROBED.set(watch());
        }
    }

    private static Probed watch() {
        Set<String> packages = Arrays.stream(System.getProperty(PACKAGES, "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        try {
            return new Probed(ProjectClasses.watch(packages), "");
        } catch (UnavailableException e) {
            return new Probed(null, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Probed(null, "interrupted while the agent was attached");
        }
    }
}
