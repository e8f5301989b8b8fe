package dev.heed.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.jcup.sarif_2_1_0.model.Notification;
import de.jcup.sarif_2_1_0.model.ReportingConfiguration;
import de.jcup.sarif_2_1_0.model.Result;
import de.jcup.sarif_2_1_0.model.ThreadFlowLocation;
import java.text.SimpleDateFormat;
import java.util.Locale;
import java.util.TimeZone;

/** Writes the SARIF beans. They leave out what equals SARIF's defaults; some of that must be said all the same. */
final class SarifMapper {
    private SarifMapper() {}

    static JsonMapper create() {
        SimpleDateFormat utc = new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
        utc.setTimeZone(TimeZone.getTimeZone("UTC"));
        return JsonMapper.builder()
                .addMixIn(Result.class, ResultMixin.class)
                .addMixIn(ReportingConfiguration.class, ConfigurationMixin.class)
                .addMixIn(Notification.class, NotificationMixin.class)
                .addMixIn(ThreadFlowLocation.class, ThreadFlowLocationMixin.class)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .defaultDateFormat(utc)
                .build();
    }

    /** A level that is left out is the rule's, not {@code warning}. */
    interface ResultMixin {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Result.Level getLevel();
    }

    /** GitHub reads the level of a rule. */
    interface ConfigurationMixin {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        ReportingConfiguration.Level getLevel();
    }

    interface NotificationMixin {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Notification.Level getLevel();
    }

    interface ThreadFlowLocationMixin {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        ThreadFlowLocation.Importance getImportance();
    }
}
