package dev.heed.report;

import de.jcup.sarif_2_1_0.model.MultiformatMessageString;
import de.jcup.sarif_2_1_0.model.ReportingDescriptor;
import de.jcup.sarif_2_1_0.model.ReportingDescriptorReference;
import de.jcup.sarif_2_1_0.model.ReportingDescriptorRelationship;
import de.jcup.sarif_2_1_0.model.ToolComponent;
import de.jcup.sarif_2_1_0.model.ToolComponentReference;
import dev.heed.engine.rule.RuleDescriptor;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The Common Weakness Enumeration as far as the rules refer to it. */
final class CweTaxonomy {
    private static final String NAME = "CWE";

    /** The titles in MITRE's list, version 4.18. A number that is not here is still written, without a title. */
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(390, "Detection of Error Condition Without Action"),
            Map.entry(391, "Unchecked Error Condition"),
            Map.entry(392, "Missing Report of Error Condition"),
            Map.entry(396, "Declaration of Catch for Generic Exception"),
            Map.entry(404, "Improper Resource Shutdown or Release"),
            Map.entry(459, "Incomplete Cleanup"),
            Map.entry(460, "Improper Cleanup on Thrown Exception"),
            Map.entry(584, "Return Inside Finally Block"),
            Map.entry(667, "Improper Locking"),
            Map.entry(705, "Incorrect Control Flow Scoping"),
            Map.entry(755, "Improper Handling of Exceptional Conditions"),
            Map.entry(772, "Missing Release of Resource after Effective Lifetime"),
            Map.entry(778, "Insufficient Logging"),
            Map.entry(833, "Deadlock"),
            Map.entry(835, "Loop with Unreachable Exit Condition ('Infinite Loop')"),
            Map.entry(1069, "Empty Exception Block"),
            Map.entry(1164, "Irrelevant Code"),
            Map.entry(1322, "Use of Blocking Code in Single-threaded, Non-blocking Context"));

    private final List<Integer> numbers;

    CweTaxonomy(List<RuleDescriptor> rules) {
        TreeSet<Integer> all = new TreeSet<>();
        rules.forEach(rule -> all.addAll(rule.cwe()));
        numbers = List.copyOf(all);
    }

    ToolComponent component() {
        Set<ReportingDescriptor> taxa = new LinkedHashSet<>();
        for (int number : numbers) {
            ReportingDescriptor taxon = new ReportingDescriptor();
            taxon.setId(Integer.toString(number));
            taxon.setHelpUri(URI.create("https://cwe.mitre.org/data/definitions/" + number + ".html"));
            String title = TITLES.get(number);
            if (title != null) {
                taxon.setShortDescription(text(title + "."));
            }
            taxa.add(taxon);
        }
        ToolComponent component = new ToolComponent();
        component.setName(NAME);
        component.setOrganization("MITRE");
        component.setVersion("4.18");
        component.setInformationUri(URI.create("https://cwe.mitre.org/data/published/cwe_v4.18.pdf"));
        component.setShortDescription(text("The MITRE Common Weakness Enumeration."));
        component.setIsComprehensive(false);
        component.setTaxa(taxa);
        return component;
    }

    ToolComponentReference reference() {
        ToolComponentReference reference = new ToolComponentReference();
        reference.setName(NAME);
        reference.setIndex(0);
        return reference;
    }

    /** What a rule has to do with its weaknesses: it is a case of the first, and near to the others. */
    Set<ReportingDescriptorRelationship> relationships(RuleDescriptor rule) {
        Set<ReportingDescriptorRelationship> result = new LinkedHashSet<>();
        for (int number : rule.cwe()) {
            ReportingDescriptorReference target = new ReportingDescriptorReference();
            target.setId(Integer.toString(number));
            target.setIndex(numbers.indexOf(number));
            target.setToolComponent(reference());
            ReportingDescriptorRelationship relationship = new ReportingDescriptorRelationship();
            relationship.setTarget(target);
            relationship.setKinds(Set.of(result.isEmpty() ? "superset" : "relevant"));
            result.add(relationship);
        }
        return result;
    }

    private static MultiformatMessageString text(String text) {
        MultiformatMessageString message = new MultiformatMessageString();
        message.setText(text);
        return message;
    }
}
