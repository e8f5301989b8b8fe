package org.eclipse.core.runtime;

/** The little of the interface that the examples call. */
public interface IProgressMonitor {
    boolean isCanceled();

    void setCanceled(boolean value);

    void worked(int work);
}
