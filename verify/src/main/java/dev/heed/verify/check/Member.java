package dev.heed.verify.check;

/**
 * A method or constructor to call.
 *
 * @param className its class, as {@code Class.getName} gives it
 * @param name its name, {@code <init>} for a constructor
 * @param descriptor its descriptor, as in class files
 * @param ownsThread whether whoever calls it is done with its thread when it returns: {@code main}, and what a thread runs
 * @param isStatic whether it is called without an object
 * @param isVisible whether a source in its package can call it
 */
public record Member(
        String className, String name, String descriptor, boolean ownsThread, boolean isStatic, boolean isVisible) {}
