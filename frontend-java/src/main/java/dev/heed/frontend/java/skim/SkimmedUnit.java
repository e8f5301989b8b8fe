package dev.heed.frontend.java.skim;

import java.util.List;

/**
 * What a file declares, by a pass over its text.
 *
 * @param packageName empty for the unnamed package
 * @param lines where each line begins
 */
public record SkimmedUnit(String packageName, List<Import> imports, List<SkimmedType> types, LineTable lines) {

    /** An import; the name is without the asterisk. */
    public record Import(String name, boolean isStatic, boolean isAsterisk, boolean isModule) {}
}
