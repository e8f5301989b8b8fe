package dev.heed.engine.scan;

import dev.heed.engine.source.ContentId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a file declares, and all else that other files can see of it but through a body that is read when it is first looked at. As long
 * as the outlines of all files are the same, only who looks at a changed body can find anything else.
 *
 * @param rest tells apart all but what follows
 * @param members by their names, what tells apart that which is declared under the name: only code in which the name stands can tell
 *     whether that has changed
 * @param hidden the same of names that mean something in the file itself only
 */
public record Outline(ContentId rest, Map<String, Long> members, Map<String, Long> hidden) {
    public Outline {
        members = Map.copyOf(members);
        hidden = Map.copyOf(hidden);
    }

    /**
     * Names under which something else is declared than before.
     *
     * @param members of those that others may use
     * @param hidden of the others
     */
    public record Changed(Set<String> members, Set<String> hidden) {}

    /** What differs from an earlier outline of the file; null if more than names tell. */
    public @Nullable Changed since(Outline before) {
        return rest.equals(before.rest)
                ? new Changed(different(members, before.members), different(hidden, before.hidden))
                : null;
    }

    private static Set<String> different(Map<String, Long> now, Map<String, Long> before) {
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(before.keySet());
        names.removeIf(name -> Objects.equals(now.get(name), before.get(name)));
        return names;
    }
}
