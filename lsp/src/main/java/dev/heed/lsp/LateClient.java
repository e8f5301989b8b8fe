package dev.heed.lsp;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** The editor, which is connected when the server exists already. */
final class LateClient {
    private volatile @Nullable LanguageClient client;

    void connect(LanguageClient connected) {
        client = connected;
    }

    void register(RegistrationParams params) {
        LanguageClient connected = client;
        if (connected != null) {
            // Whether the editor agrees makes no difference: without it, saving has the same effect.
            var unused = connected.registerCapability(params);
        }
    }

    Scans.Publisher publisher(Documents documents, Workspace workspace) {
        return new Scans.Publisher() {
            private @Nullable ClientPublisher publisher;

            private ClientPublisher publisher() {
                ClientPublisher known = publisher;
                LanguageClient connected = client;
                if (known == null) {
                    if (connected == null) {
                        throw new IllegalStateException("nobody is connected");
                    }
                    known = new ClientPublisher(connected, documents, workspace);
                    publisher = known;
                }
                return known;
            }

            @Override
            public void publish(Project project, Map<Path, Project.FileResult> results) {
                publisher().publish(project, results);
            }

            @Override
            public void clear(Project project) {
                publisher().clear(project);
            }

            @Override
            public void problem(Project project, String message) {
                publisher().problem(project, message);
            }

            @Override
            public void log(String message) {
                publisher().log(message);
            }
        };
    }
}
