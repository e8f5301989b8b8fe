package org.eclipse.core.runtime;

/** As in Eclipse: ends a long operation when the user cancels it. */
public final class OperationCanceledException extends RuntimeException {}
