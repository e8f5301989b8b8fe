package dev.heed.engine.rule;

import dev.heed.engine.source.Language;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule's {@link RuleInfo} says, under the same names. */
public record RuleMetadata(
        String name,
        String summary,
        Family family,
        Level level,
        Precision precision,
        boolean enabled,
        String since,
        List<Integer> cwe,
        List<Language> languages,
        List<Trigger> triggers,
        List<String> words,
        List<String> calls) {

    public RuleMetadata {
        cwe = List.copyOf(cwe);
        languages = List.copyOf(languages);
        triggers = List.copyOf(triggers);
        words = List.copyOf(words);
        calls = List.copyOf(calls);
    }

    /** Reads the annotation of a rule's class; null if it has none. */
    public static @Nullable RuleMetadata of(Class<?> rule) {
        RuleInfo info = rule.getAnnotation(RuleInfo.class);
        return info == null
                ? null
                : new RuleMetadata(
                        info.name(),
                        info.summary(),
                        info.family(),
                        info.level(),
                        info.precision(),
                        info.enabled(),
                        info.since(),
                        Arrays.stream(info.cwe()).boxed().toList(),
                        List.of(info.languages()),
                        List.of(info.triggers()),
                        List.of(info.words()),
                        List.of(info.calls()));
    }
}
