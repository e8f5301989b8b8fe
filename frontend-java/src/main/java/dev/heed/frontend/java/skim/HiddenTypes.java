package dev.heed.frontend.java.skim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parts of a file in which types are declared: only a tree tells what those are. */
public final class HiddenTypes {

    private HiddenTypes() {}

    /** All such parts. */
    public static Set<Part> in(SkimmedUnit unit) {
        Set<Part> found = new HashSet<>();
        unit.types().forEach(type -> add(type, found));
        return found;
    }

    private static void add(SkimmedType type, Set<Part> found) {
        List<SkimmedType.Constant> constants = type.constants();
        if (constants.stream().anyMatch(SkimmedType.Constant::declaresTypes)) {
            found.add(Part.ofConstants(type));
        }
        for (SkimmedMember member : type.members()) {
            if (member.type() != null) {
                add(member.type(), found);
            } else if (member.declaresTypes()) {
                found.add(Part.of(type, member));
            }
        }
    }
}
