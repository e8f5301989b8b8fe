package dev.heed.cli.maven;

import dev.heed.input.Coordinate;
import dev.heed.input.MavenException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.jspecify.annotations.Nullable;

/** Tells "it does not exist" from "it could not be asked for", in words. */
final class Failures {
    private static final int MAX_CAUSES = 20;

    private Failures() {}

    /** Whether some repository gave no answer, so that nobody knows whether the artifact exists. */
    static boolean isUnreachable(ArtifactResolutionException failure, boolean isOffline) {
        if (isOffline) {
            return true;
        }
        for (ArtifactResult result : failure.getResults()) {
            for (Exception problem : result.getExceptions()) {
                if (!(problem instanceof ArtifactNotFoundException)
                        || isCausedBy(problem, RepositoryOfflineException.class)) {
                    return true;
                }
            }
        }
        return false;
    }

    static MavenException unreachable(Coordinate coordinate, ArtifactResolutionException failure, boolean isOffline) {
        if (isOffline) {
            return new MavenException(
                    "The sources of " + coordinate
                            + " are not in the local repository, and this scan is offline; run it"
                            + " once without --offline.",
                    failure);
        }
        Throwable problem = failure;
        for (ArtifactResult result : failure.getResults()) {
            for (Exception e : result.getExceptions()) {
                if (!(e instanceof ArtifactNotFoundException)) {
                    problem = e;
                }
            }
        }
        return new MavenException(
                "The sources of " + coordinate + " could not be downloaded: " + reason(problem)
                        + ". They are not in the local repository; check the network, or the mirror and proxy in Maven's"
                        + " settings.xml.",
                failure);
    }

    /** The deepest cause that says something, in words. */
    static String reason(Throwable failure) {
        Throwable unknownHost = cause(failure, UnknownHostException.class);
        if (unknownHost != null) {
            return "the host " + unknownHost.getMessage() + " is not known (no network?)";
        }
        if (cause(failure, SocketTimeoutException.class) != null) {
            return "the repository does not answer";
        }
        Throwable connect = cause(failure, ConnectException.class);
        if (connect == null) {
            connect = cause(failure, NoRouteToHostException.class);
        }
        if (connect != null) {
            return "no connection (" + oneLine(connect) + ")";
        }
        Throwable ssl = cause(failure, SSLException.class);
        return oneLine(ssl != null ? ssl : failure);
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return cause(failure, type) != null;
    }

    private static @Nullable Throwable cause(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (type.isInstance(cause)) {
                return cause;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        String text = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        String line = text.lines().findFirst().orElse(text).strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
