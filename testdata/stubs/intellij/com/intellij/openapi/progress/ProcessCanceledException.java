package com.intellij.openapi.progress;

/** As in the IntelliJ Platform: the process that this thread works for was cancelled. */
public class ProcessCanceledException extends RuntimeException {}
