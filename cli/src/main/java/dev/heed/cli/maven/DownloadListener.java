package dev.heed.cli.maven;

/** Is told of downloads while they happen; called from several threads. */
public interface DownloadListener {

    /** A file that is not in the local repository is being downloaded: {@code kafka-clients-3.9.0.jar}. */
    void started(String file);

    /** More bytes have come. */
    void received(long bytes);

    /** A download ended, well or not. */
    void ended();
}
