package dev.heed.runtime.conformance;

import dev.heed.runtime.Backend;
import java.util.ArrayList;
import java.util.List;

/** The back ends to test: those that {@code -Dconformance.backend} names, else all that this Java has. */
public final class Backends {
    private Backends() {}

    public static List<Backend> all() {
        String wanted = System.getProperty("conformance.backend", "");
        List<Backend> backends = new ArrayList<>();
        if (!wanted.equals("virtual")) {
            backends.add(Backend.platform());
        }
        if (wanted.equals("virtual") || (wanted.isEmpty() && Backend.hasVirtual())) {
            backends.add(Backend.virtual());
        }
        return backends;
    }
}
