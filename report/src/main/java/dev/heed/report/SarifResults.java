package dev.heed.report;

import de.jcup.sarif_2_1_0.model.ArtifactChange;
import de.jcup.sarif_2_1_0.model.CodeFlow;
import de.jcup.sarif_2_1_0.model.Location;
import de.jcup.sarif_2_1_0.model.LogicalLocation;
import de.jcup.sarif_2_1_0.model.PartialFingerprints;
import de.jcup.sarif_2_1_0.model.PropertyBag;
import de.jcup.sarif_2_1_0.model.Replacement;
import de.jcup.sarif_2_1_0.model.Result;
import de.jcup.sarif_2_1_0.model.ThreadFlow;
import de.jcup.sarif_2_1_0.model.ThreadFlowLocation;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.Suppression;
import dev.heed.engine.rule.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Findings as SARIF's results. */
final class SarifResults {
    /** GitHub shows that many steps of a path. */
    private static final int MOST_STEPS = 1_000;

    private final SarifLocations locations;
    private final Fingerprints fingerprints;
    private final List<RuleDescriptor> rules;
    private final Map<String, Integer> ruleIndex = new HashMap<>();

    SarifResults(List<RuleDescriptor> rules, SarifLocations locations, Fingerprints fingerprints) {
        this.rules = rules;
        this.locations = locations;
        this.fingerprints = fingerprints;
        for (RuleDescriptor rule : rules) {
            ruleIndex.put(rule.name(), ruleIndex.size());
        }
    }

    Result of(Finding finding) {
        Result result = new Result();
        result.setRuleId(finding.rule());
        result.setLevel(Result.Level.fromValue(finding.level().id()));
        result.setMessage(SarifLocations.message(finding.message()));
        Location location = locations.withContext(finding.file(), finding.span());
        if (!finding.function().isEmpty()) {
            LogicalLocation function = new LogicalLocation();
            function.setFullyQualifiedName(finding.function());
            function.setKind("function");
            location.setLogicalLocations(Set.of(function));
        }
        result.setLocations(List.of(location));
        if (!finding.path().isEmpty()) {
            result.setCodeFlows(List.of(codeFlow(finding.path())));
        }
        if (!finding.related().isEmpty()) {
            result.setRelatedLocations(related(finding.related()));
        }
        if (!finding.fixes().isEmpty()) {
            result.setFixes(fixes(finding.fixes()));
        }
        Fingerprints.Pair pair = fingerprints.next(finding);
        PartialFingerprints partial = new PartialFingerprints();
        if (!pair.github().isEmpty()) {
            partial.setAdditionalProperty("primaryLocationLineHash", pair.github());
        }
        partial.setAdditionalProperty("heed/v1", pair.own());
        result.setPartialFingerprints(partial);
        PropertyBag properties = new PropertyBag();
        properties.setAdditionalProperty("confidence", finding.confidence().id());
        Integer index = ruleIndex.get(finding.rule());
        if (index != null) {
            result.setRuleIndex(index);
            properties.setAdditionalProperty("family", rules.get(index).family().id());
        }
        properties.setAdditionalProperty("remedy", finding.remedy());
        result.setProperties(properties);
        Suppression suppression = finding.suppression();
        if (suppression != null) {
            result.setSuppressions(Set.of(suppression(suppression)));
        }
        return result;
    }

    private static de.jcup.sarif_2_1_0.model.Suppression suppression(Suppression from) {
        var suppression = new de.jcup.sarif_2_1_0.model.Suppression();
        suppression.setKind(
                from.kind() == Suppression.Kind.IN_SOURCE
                        ? de.jcup.sarif_2_1_0.model.Suppression.Kind.IN_SOURCE
                        : de.jcup.sarif_2_1_0.model.Suppression.Kind.EXTERNAL);
        if (!from.reason().isEmpty()) {
            suppression.setJustification(from.reason());
        }
        return suppression;
    }

    private CodeFlow codeFlow(List<Step> path) {
        List<ThreadFlowLocation> steps = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (i >= MOST_STEPS / 2 && i < path.size() - MOST_STEPS / 2) {
                continue;
            }
            Step step = path.get(i);
            Location location = locations.withCode(step.file(), step.span());
            location.setMessage(SarifLocations.message(step.message()));
            ThreadFlowLocation flow = new ThreadFlowLocation();
            flow.setLocation(location);
            flow.setExecutionOrder(i + 1);
            boolean end = i == 0 || i == path.size() - 1;
            flow.setImportance(end ? ThreadFlowLocation.Importance.ESSENTIAL : ThreadFlowLocation.Importance.IMPORTANT);
            steps.add(flow);
        }
        ThreadFlow thread = new ThreadFlow();
        thread.setLocations(steps);
        CodeFlow codeFlow = new CodeFlow();
        codeFlow.setThreadFlows(List.of(thread));
        return codeFlow;
    }

    private Set<Location> related(List<Step> related) {
        Set<Location> result = new LinkedHashSet<>();
        for (Step step : related) {
            Location location = locations.location(step.file(), step.span());
            location.setId(result.size() + 1);
            location.setMessage(SarifLocations.message(step.message()));
            result.add(location);
        }
        return result;
    }

    private Set<de.jcup.sarif_2_1_0.model.Fix> fixes(List<Fix> fixes) {
        Set<de.jcup.sarif_2_1_0.model.Fix> result = new LinkedHashSet<>();
        for (Fix fix : fixes) {
            Map<String, List<Replacement>> byFile = new LinkedHashMap<>();
            for (TextEdit edit : fix.edits()) {
                Replacement replacement = new Replacement();
                replacement.setDeletedRegion(SarifLocations.region(edit.span()));
                if (!edit.replacement().isEmpty()) {
                    replacement.setInsertedContent(SarifLocations.content(edit.replacement()));
                }
                byFile.computeIfAbsent(edit.file().path(), p -> new ArrayList<>())
                        .add(replacement);
            }
            Set<ArtifactChange> changes = new LinkedHashSet<>();
            byFile.forEach((path, replacements) -> {
                ArtifactChange change = new ArtifactChange();
                change.setArtifactLocation(locations.uris().locate(path));
                change.setReplacements(replacements);
                changes.add(change);
            });
            if (changes.isEmpty()) {
                continue;
            }
            PropertyBag properties = new PropertyBag();
            properties.setAdditionalProperty("safety", fix.safety().name().toLowerCase(Locale.ROOT));
            de.jcup.sarif_2_1_0.model.Fix bean = new de.jcup.sarif_2_1_0.model.Fix();
            bean.setDescription(SarifLocations.message(fix.title() + "."));
            bean.setArtifactChanges(changes);
            bean.setProperties(properties);
            result.add(bean);
        }
        return result;
    }
}
