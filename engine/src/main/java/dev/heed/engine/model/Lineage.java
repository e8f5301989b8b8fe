package dev.heed.engine.model;

import dev.heed.engine.types.Hierarchy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A type and its supertypes. */
final class Lineage {
    /** Beyond this many supertypes the rest is left out; nothing real comes near. */
    private static final int MOST = 2000;

    private Lineage() {}

    /** The type first; each type before its own supertypes, superclasses before interfaces where nothing else decides. */
    static List<String> of(String type, Hierarchy hierarchy) {
        Deque<String> order = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        Deque<Frame> path = new ArrayDeque<>();
        seen.add(type);
        path.push(new Frame(type, backwards(type, hierarchy)));
        while (!path.isEmpty()) {
            Frame frame = path.element();
            if (frame.supertypes().hasNext()) {
                String next = frame.supertypes().next();
                if (seen.size() < MOST && seen.add(next)) {
                    path.push(new Frame(next, backwards(next, hierarchy)));
                }
            } else {
                path.pop();
                order.addFirst(frame.type());
            }
        }
        return List.copyOf(order);
    }

    private static Iterator<String> backwards(String type, Hierarchy hierarchy) {
        return new ArrayDeque<>(hierarchy.supertypes(type)).descendingIterator();
    }

    private record Frame(String type, Iterator<String> supertypes) {}
}
