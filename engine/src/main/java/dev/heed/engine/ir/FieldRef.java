package dev.heed.engine.ir;

/**
 * A field.
 *
 * @param owner binary name of the declaring type, or of the receiver's static type where the declaration is unknown
 * @param name its name
 * @param type erased binary name, or {@code "?"}
 * @param isStatic whether it is static
 */
public record FieldRef(String owner, String name, String type, boolean isStatic) {
    @Override
    public String toString() {
        return owner + "." + name;
    }
}
