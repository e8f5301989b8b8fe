package dev.heed.report;

import de.jcup.sarif_2_1_0.model.Location;
import de.jcup.sarif_2_1_0.model.Message;
import de.jcup.sarif_2_1_0.model.MultiformatMessageString;
import de.jcup.sarif_2_1_0.model.ReportingConfiguration;
import de.jcup.sarif_2_1_0.model.ReportingDescriptor;
import de.jcup.sarif_2_1_0.model.ReportingDescriptorReference;
import dev.heed.engine.scan.Notification;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a scan has to say about itself, as SARIF's notifications. */
final class SarifNotifications {

    /**
     * The kinds. SARIF (appendix I) takes a notification of level {@code error} as the sign that results may be missing, so
     * every part that was not analyzed is one.
     */
    enum Kind {
        INFORMATION("information", "ScanInformation", "note", "Something about the scan that is worth knowing."),
        INCOMPLETE(
                "incomplete",
                "ScanIncomplete",
                "error",
                "Part of the input was not analyzed: findings in it are missing. The message says what to do."),
        INTERNAL_ERROR(
                "internal-error",
                "InternalError",
                "error",
                "Heed failed at something, and findings may be missing. Please report it."),
        RESULTS_CUT(
                "results-cut",
                "ResultsCut",
                "warning",
                "There are more results than code scanning takes; the least important ones were left out.");

        private final String id;
        private final String name;
        private final String level;
        private final String description;

        Kind(String id, String name, String level, String description) {
            this.id = id;
            this.name = name;
            this.level = level;
            this.description = description;
        }
    }

    private final SarifLocations locations;

    SarifNotifications(SarifLocations locations) {
        this.locations = locations;
    }

    static Set<ReportingDescriptor> descriptors() {
        Set<ReportingDescriptor> descriptors = new LinkedHashSet<>();
        for (Kind kind : Kind.values()) {
            ReportingDescriptor descriptor = new ReportingDescriptor();
            descriptor.setId(kind.id);
            descriptor.setName(kind.name);
            descriptor.setShortDescription(SarifTool.message(kind.description));
            descriptor.setFullDescription(SarifTool.message(kind.description));
            MultiformatMessageString help = SarifTool.message(kind.description);
            help.setMarkdown(kind.description);
            descriptor.setHelp(help);
            ReportingConfiguration configuration = new ReportingConfiguration();
            configuration.setLevel(ReportingConfiguration.Level.fromValue(kind.level));
            descriptor.setDefaultConfiguration(configuration);
            descriptors.add(descriptor);
        }
        return descriptors;
    }

    de.jcup.sarif_2_1_0.model.Notification of(Notification notification) {
        Kind kind = switch (notification.kind()) {
            case INFO -> Kind.INFORMATION;
            case INCOMPLETE -> Kind.INCOMPLETE;
            case INTERNAL_ERROR -> Kind.INTERNAL_ERROR;
        };
        de.jcup.sarif_2_1_0.model.Notification result = of(kind, notification.message());
        if (notification.path() != null) {
            Location location = locations.location(notification.path(), notification.span());
            result.setLocations(Set.of(location));
        }
        Throwable cause = notification.cause();
        if (cause != null) {
            de.jcup.sarif_2_1_0.model.Exception exception = new de.jcup.sarif_2_1_0.model.Exception();
            exception.setKind(cause.getClass().getName());
            if (cause.getMessage() != null) {
                exception.setMessage(cause.getMessage());
            }
            result.setException(exception);
        }
        return result;
    }

    static de.jcup.sarif_2_1_0.model.Notification of(Kind kind, String text) {
        de.jcup.sarif_2_1_0.model.Notification result = new de.jcup.sarif_2_1_0.model.Notification();
        ReportingDescriptorReference descriptor = new ReportingDescriptorReference();
        descriptor.setId(kind.id);
        descriptor.setIndex(List.of(Kind.values()).indexOf(kind));
        result.setDescriptor(descriptor);
        result.setLevel(de.jcup.sarif_2_1_0.model.Notification.Level.fromValue(kind.level));
        Message message = SarifLocations.message(text);
        result.setMessage(message);
        return result;
    }
}
