package dev.heed.report;

import de.jcup.sarif_2_1_0.model.MultiformatMessageString;
import de.jcup.sarif_2_1_0.model.PropertyBag;
import de.jcup.sarif_2_1_0.model.ReportingConfiguration;
import de.jcup.sarif_2_1_0.model.ReportingDescriptor;
import de.jcup.sarif_2_1_0.model.Tool;
import de.jcup.sarif_2_1_0.model.ToolComponent;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.source.Language;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tool and its rules. */
final class SarifTool {
    private static final String HOME = RulePage.HOME;
    private static final Pattern SEMANTIC_VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+([-+][0-9A-Za-z.+-]+)?");
    /** GitHub shows that many. */
    private static final int MOST_TAGS = 10;
    /** GitHub takes that many characters of a description. */
    private static final int DESCRIPTION_LIMIT = 1_000;

    private SarifTool() {}

    static Tool of(ReportContext context, CweTaxonomy cwe) {
        ToolComponent driver = new ToolComponent();
        driver.setName("Heed");
        driver.setFullName("Heed " + context.toolVersion());
        driver.setVersion(context.toolVersion());
        if (SEMANTIC_VERSION.matcher(context.toolVersion()).matches()) {
            driver.setSemanticVersion(context.toolVersion());
        }
        driver.setInformationUri(URI.create(HOME));
        driver.setShortDescription(message("Finds code that loses, delays or misreports a cancellation."));
        Set<ReportingDescriptor> rules = new LinkedHashSet<>();
        context.rules().forEach(rule -> rules.add(rule(rule, cwe)));
        driver.setRules(rules);
        driver.setNotifications(SarifNotifications.descriptors());
        driver.setSupportedTaxonomies(Set.of(cwe.reference()));
        Tool tool = new Tool();
        tool.setDriver(driver);
        return tool;
    }

    private static ReportingDescriptor rule(RuleDescriptor rule, CweTaxonomy cwe) {
        ReportingDescriptor descriptor = new ReportingDescriptor();
        descriptor.setId(rule.name());
        descriptor.setName(pascalCase(rule.name()));
        descriptor.setShortDescription(message(rule.summary() + "."));
        String paragraph = PlainMarkdown.firstParagraph(rule.page());
        descriptor.setFullDescription(message(paragraph.isEmpty() ? rule.summary() + "." : shorten(paragraph)));
        MultiformatMessageString help = message(rule.page().isBlank() ? rule.summary() : PlainMarkdown.of(rule.page()));
        help.setMarkdown(rule.page().isBlank() ? rule.summary() : rule.page());
        descriptor.setHelp(help);
        descriptor.setHelpUri(URI.create(page(rule.name())));
        ReportingConfiguration configuration = new ReportingConfiguration();
        configuration.setLevel(
                ReportingConfiguration.Level.fromValue(rule.level().id()));
        if (!rule.enabled()) {
            configuration.setEnabled(false);
        }
        descriptor.setDefaultConfiguration(configuration);
        if (!rule.cwe().isEmpty()) {
            descriptor.setRelationships(cwe.relationships(rule));
        }
        descriptor.setProperties(properties(rule));
        return descriptor;
    }

    /** The address of a rule's page. */
    static String page(String rule) {
        return RulePage.address(rule);
    }

    private static PropertyBag properties(RuleDescriptor rule) {
        Set<String> tags =
                new LinkedHashSet<>(List.of("cancellation", rule.family().id()));
        rule.languages().stream().map(SarifTool::id).forEach(tags::add);
        rule.cwe().forEach(number -> tags.add("external/cwe/cwe-" + number));
        PropertyBag properties = new PropertyBag();
        properties.setTags(tags.stream().limit(MOST_TAGS).collect(Collectors.toCollection(LinkedHashSet::new)));
        properties.setAdditionalProperty("precision", rule.precision().id());
        properties.setAdditionalProperty(
                "problem.severity",
                rule.level() == Level.NOTE ? "recommendation" : rule.level().id());
        properties.setAdditionalProperty("since", rule.since());
        return properties;
    }

    private static String id(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private static String pascalCase(String kebabCase) {
        return Arrays.stream(kebabCase.split("-", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }

    private static String shorten(String text) {
        return text.length() <= DESCRIPTION_LIMIT ? text : text.substring(0, DESCRIPTION_LIMIT - 3) + "...";
    }

    static MultiformatMessageString message(String text) {
        MultiformatMessageString message = new MultiformatMessageString();
        message.setText(text);
        return message;
    }
}
