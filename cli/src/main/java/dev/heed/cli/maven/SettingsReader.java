package dev.heed.cli.maven;

import dev.heed.input.MavenException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** Reads the user's Maven settings as Maven itself does: global and user file merged, variables filled in, secrets opened. */
final class SettingsReader {
    private static final String CENTRAL = "https://repo.maven.apache.org/maven2";

    private SettingsReader() {}

    static Settings read(MavenOptions options) throws MavenException {
        Path userFile = options.userSettings();
        if (options.settingsFile() != null && !Files.isReadable(userFile)) {
            throw new MavenException("The settings file " + userFile + " cannot be read.");
        }
        DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
        request.setUserSettingsFile(userFile.toFile());
        Path global = options.globalSettings();
        if (global != null) {
            request.setGlobalSettingsFile(global.toFile());
        }
        Properties properties = new Properties();
        properties.putAll(System.getProperties());
        options.environment().forEach((name, value) -> properties.setProperty("env." + name, value));
        request.setSystemProperties(properties);
        Settings settings;
        try {
            settings = new DefaultSettingsBuilderFactory()
                    .newInstance()
                    .build(request)
                    .getEffectiveSettings();
        } catch (SettingsBuildingException e) {
            String problem = e.getProblems().isEmpty()
                    ? String.valueOf(e.getMessage())
                    : e.getProblems().get(0).toString();
            throw new MavenException("Maven's settings cannot be read: " + problem, e);
        }
        return decrypted(settings, options);
    }

    private static Settings decrypted(Settings settings, MavenOptions options) {
        String master = options.userHome()
                .resolve(".m2")
                .resolve("settings-security.xml")
                .toString();
        DefaultSecDispatcher dispatcher = new DefaultSecDispatcher(new DefaultPlexusCipher(), Map.of(), master);
        SettingsDecryptionResult result =
                new DefaultSettingsDecrypter(dispatcher).decrypt(new DefaultSettingsDecryptionRequest(settings));
        // A secret that cannot be opened stays as it is: it may be for a repository that is not asked.
        settings.setServers(result.getServers());
        settings.setProxies(result.getProxies());
        return settings;
    }

    /** The repositories to ask, by id, in Maven's order: those of active profiles, then Central unless one of them is it. */
    static Map<String, Repository> repositories(Settings settings) {
        Map<String, Repository> repositories = new LinkedHashMap<>();
        List<String> active = settings.getActiveProfiles();
        boolean isAnyActive = settings.getProfiles().stream().anyMatch(profile -> active.contains(profile.getId()));
        for (Profile profile : settings.getProfiles()) {
            boolean isActive = active.contains(profile.getId())
                    || (!isAnyActive
                            && profile.getActivation() != null
                            && profile.getActivation().isActiveByDefault());
            if (isActive) {
                profile.getRepositories()
                        .forEach(repository -> repositories.putIfAbsent(repository.getId(), repository));
            }
        }
        Repository central = new Repository();
        central.setId("central");
        central.setUrl(CENTRAL);
        repositories.putIfAbsent("central", central);
        return repositories;
    }
}
