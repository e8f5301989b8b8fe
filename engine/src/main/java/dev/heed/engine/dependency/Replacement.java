package dev.heed.engine.dependency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Puts other dependencies in the place of some, wherever a result rests on them. */
public final class Replacement {
    private final Map<Dependency, Dependency> replaced;
    private final Map<Dependency, Dependency> known = new IdentityHashMap<>();

    /**
     * A replacement.
     *
     * @param replaced what stands in the place of what, by identity; nothing that is put in rests on what it is put in for
     */
    public Replacement(Map<Dependency, Dependency> replaced) {
        this.replaced = replaced;
    }

    /** The same dependency, resting on what stands in the place of what it rested on. */
    public Dependency in(Dependency root) {
        if (replaced.isEmpty()) {
            return root;
        }
        Deque<Dependency> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Dependency next = open.peek();
            Dependency instead = replaced.getOrDefault(next, next);
            boolean waits = false;
            if (!known.containsKey(next)) {
                for (Dependency below : instead.results()) {
                    if (!known.containsKey(below)) {
                        open.push(below);
                        waits = true;
                    }
                }
            }
            if (!waits) {
                open.pop();
                known.computeIfAbsent(next, key -> rebuilt(instead));
            }
        }
        return known.getOrDefault(root, root);
    }

    private Dependency rebuilt(Dependency dependency) {
        List<Dependency> results = dependency.results().stream()
                .map(below -> known.getOrDefault(below, below))
                .toList();
        boolean isSame = true;
        for (int i = 0; i < results.size(); i++) {
            isSame &= results.get(i) == dependency.results().get(i);
        }
        return isSame ? dependency : dependency.restingOn(results);
    }
}
