package dev.heed.engine.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place in a source that says which findings are not to be shown: {@code // heed: ignore[rule] reason}, or an annotation
 * {@code @SuppressWarnings("heed:rule")}.
 *
 * @param file where it stands
 * @param place the comment or the annotation
 * @param covers where the findings begin that it is about
 * @param elements what is listed between its brackets; of a comment without brackets, none
 * @param listed from the first element to the last
 * @param removal what to take away to be rid of all of it
 * @param reason may be empty
 */
public record Directive(
        SourceFile file, Span place, Span covers, List<Element> elements, Span listed, Span removal, String reason) {

    public Directive {
        elements = List.copyOf(elements);
    }

    /**
     * One of the things listed.
     *
     * @param text as it is written
     * @param name the rule or family meant; null for what is meant for others, such as {@code "unchecked"}
     */
    public record Element(String text, @Nullable String name) {}

    /** The rules and families named, in their order. */
    public List<String> names() {
        return elements.stream()
                .map(Element::name)
                .filter(name -> name != null)
                .distinct()
                .toList();
    }

    /** Whether a finding that begins here is meant. */
    public boolean covers(Span finding) {
        return covers.contains(finding.before());
    }

    /** What to write instead so that some of the names are gone; all of the directive goes if nothing else is left in it. */
    public Replacement without(Set<String> unused) {
        List<Element> left = elements.stream()
                .filter(element -> element.name() == null || !unused.contains(element.name()))
                .toList();
        return left.isEmpty()
                ? new Replacement(removal, "")
                : new Replacement(listed, left.stream().map(Element::text).collect(Collectors.joining(", ")));
    }

    /**
     * A change of the file.
     *
     * @param text empty for a deletion
     */
    public record Replacement(Span span, String text) {}
}
