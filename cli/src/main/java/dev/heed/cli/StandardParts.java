package dev.heed.cli;

import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.scan.ProgramScan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;

/** The parts that Heed comes with. */
final class StandardParts {

    private StandardParts() {}

    static Parts load() {
        return new Parts(new ProgramScan(), List.of(), rules());
    }

    private static List<Parts.Known> rules() {
        List<Parts.Known> rules = new ArrayList<>();
        for (Rule rule : ServiceLoader.load(Rule.class, StandardParts.class.getClassLoader())) {
            rules.add(new Parts.Known(descriptor(rule), rule));
        }
        return rules;
    }

    private static RuleDescriptor descriptor(Rule rule) {
        RuleInfo info = rule.getClass().getAnnotation(RuleInfo.class);
        if (info == null) {
            throw new IllegalStateException("The rule " + rule.getClass().getName() + " has no @RuleInfo.");
        }
        return new RuleDescriptor(
                info.name(),
                info.summary(),
                info.family(),
                info.level(),
                info.precision(),
                info.since(),
                Arrays.stream(info.cwe()).boxed().toList(),
                List.of(info.languages()),
                page(info));
    }

    private static String page(RuleInfo info) {
        String name = "/dev/heed/rules/pages/" + info.name() + ".md";
        try (InputStream in = StandardParts.class.getResourceAsStream(name)) {
            return in == null
                    ? "# " + info.name() + "\n\n" + info.summary() + ".\n"
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The page of " + info.name() + " in Heed's jar cannot be read.", e);
        }
    }
}
