package dev.heed.cli.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.RepositoryPolicy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.ConfigurationProperties;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.graph.selector.AndDependencySelector;
import org.eclipse.aether.util.graph.selector.ExclusionDependencySelector;
import org.eclipse.aether.util.graph.selector.OptionalDependencySelector;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.eclipse.aether.util.repository.JreProxySelector;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;
import org.jspecify.annotations.Nullable;

/** Sets up a resolver session from Maven's settings. */
final class Sessions {
    private static final int CONNECT_TIMEOUT_MS = 10_000;

    /** Between two packets, not for a whole download. */
    private static final int REQUEST_TIMEOUT_MS = 60_000;

    private Sessions() {}

    static DefaultRepositorySystemSession session(RepositorySystem system, Settings settings, MavenOptions options) {
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setSystemProperties(System.getProperties());
        session.setConfigProperty(ConfigurationProperties.CONNECT_TIMEOUT, CONNECT_TIMEOUT_MS);
        session.setConfigProperty(ConfigurationProperties.REQUEST_TIMEOUT, REQUEST_TIMEOUT_MS);
        session.setConfigProperty(ConfigurationProperties.USER_AGENT, "Heed");
        session.setOffline(options.isOffline() || settings.isOffline());
        // A failure of yesterday says nothing about today.
        session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
        // A library whose own description is missing or broken still has its jar.
        session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(true, true));
        // The user's settings say where to download from, not what was downloaded.
        session.setIgnoreArtifactDescriptorRepositories(true);
        session.setDependencySelector(new AndDependencySelector(
                new ScopeSelector(), new OptionalDependencySelector(), new ExclusionDependencySelector()));
        session.setMirrorSelector(mirrors(settings));
        session.setProxySelector(proxies(settings));
        session.setAuthenticationSelector(authentication(settings));
        LocalRepository local =
                new LocalRepository(localRepository(settings, options).toFile());
        session.setLocalRepositoryManager(system.newLocalRepositoryManager(session, local));
        return session;
    }

    private static Path localRepository(Settings settings, MavenOptions options) {
        Path requested = options.requestedLocalRepository();
        if (requested != null) {
            return requested.toAbsolutePath();
        }
        String configured = settings.getLocalRepository();
        return configured != null && !configured.isBlank()
                ? Path.of(configured)
                : options.userHome().resolve(".m2").resolve("repository");
    }

    private static DefaultMirrorSelector mirrors(Settings settings) {
        DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
        for (Mirror mirror : settings.getMirrors()) {
            mirrors.add(
                    mirror.getId(),
                    mirror.getUrl(),
                    mirror.getLayout(),
                    false,
                    mirror.isBlocked(),
                    mirror.getMirrorOf(),
                    mirror.getMirrorOfLayouts());
        }
        return mirrors;
    }

    private static org.eclipse.aether.repository.ProxySelector proxies(Settings settings) {
        DefaultProxySelector proxies = new DefaultProxySelector();
        boolean hasActive = false;
        for (Proxy proxy : settings.getProxies()) {
            if (proxy.isActive()) {
                hasActive = true;
                AuthenticationBuilder login = new AuthenticationBuilder();
                login.addUsername(proxy.getUsername()).addPassword(proxy.getPassword());
                proxies.add(
                        new org.eclipse.aether.repository.Proxy(
                                proxy.getProtocol(), proxy.getHost(), proxy.getPort(), login.build()),
                        proxy.getNonProxyHosts());
            }
        }
        return hasActive ? proxies : new JreProxySelector();
    }

    private static DefaultAuthenticationSelector authentication(Settings settings) {
        DefaultAuthenticationSelector selector = new DefaultAuthenticationSelector();
        for (Server server : settings.getServers()) {
            AuthenticationBuilder login = new AuthenticationBuilder();
            login.addUsername(server.getUsername()).addPassword(server.getPassword());
            login.addPrivateKey(server.getPrivateKey(), server.getPassphrase());
            selector.add(server.getId(), login.build());
        }
        return selector;
    }

    static List<RemoteRepository> repositories(
            RepositorySystem system, RepositorySystemSession session, Settings settings) {
        List<RemoteRepository> repositories = new ArrayList<>();
        for (Repository repository : SettingsReader.repositories(settings).values()) {
            RemoteRepository.Builder builder =
                    new RemoteRepository.Builder(repository.getId(), "default", repository.getUrl());
            builder.setReleasePolicy(policy(repository.getReleases(), true));
            builder.setSnapshotPolicy(
                    policy(repository.getSnapshots(), !repository.getId().equals("central")));
            repositories.add(builder.build());
        }
        // Applies mirrors, proxies and logins.
        return system.newResolutionRepositories(session, repositories);
    }

    private static org.eclipse.aether.repository.RepositoryPolicy policy(
            @Nullable RepositoryPolicy policy, boolean byDefault) {
        boolean isEnabled = policy == null ? byDefault : policy.isEnabled();
        String update = policy == null ? null : policy.getUpdatePolicy();
        String checksum = policy == null ? null : policy.getChecksumPolicy();
        return new org.eclipse.aether.repository.RepositoryPolicy(
                isEnabled,
                update == null ? org.eclipse.aether.repository.RepositoryPolicy.UPDATE_POLICY_DAILY : update,
                checksum == null ? org.eclipse.aether.repository.RepositoryPolicy.CHECKSUM_POLICY_WARN : checksum);
    }
}
