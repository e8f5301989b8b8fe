package dev.heed.verify.check;

import java.util.Set;

/**
 * Lines of a source.
 *
 * @param classNames the classes that were compiled from it, as {@code Class.getName} gives them
 * @param first the first line
 * @param last the last one
 */
public record Place(Set<String> classNames, int first, int last) {
    public Place {
        classNames = Set.copyOf(classNames);
    }

    /** Whether a line of a class is one of these. */
    public boolean contains(String className, int line) {
        return line >= first && line <= last && classNames.contains(className);
    }
}
