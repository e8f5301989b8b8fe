package com.intellij.openapi.progress;

/** The little of the platform's class that the examples call. */
public abstract class ProgressManager {
    public static void checkCanceled() throws ProcessCanceledException {}
}
