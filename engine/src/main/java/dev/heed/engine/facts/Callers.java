package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Words;
import dev.heed.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who calls whom, looked up by name. */
final class Callers {
    private static final Comparator<CallSite> BY_PLACE = Comparator.comparing(
                    (CallSite site) -> site.caller().file().path())
            .thenComparing(site -> site.caller().span());

    private final ProgramFacts facts;
    private final Map<Function, List<CallSite>> known = new ConcurrentHashMap<>();
    private final Map<Words, Map<Function, List<CallSite>>> knownAlso = new ConcurrentHashMap<>();

    /** The calls in functions of which the words are not known. */
    private final Map<Function, List<CallSite>> inRead = new HashMap<>();

    Callers(ProgramFacts facts) {
        this.facts = facts;
        for (Function function : facts.program().functions()) {
            if (function.unread() == null) {
                for (Block block : function.blocks()) {
                    for (Op op : block.ops()) {
                        if (op instanceof Op.Call call) {
                            for (Function target : facts.targets(call)) {
                                inRead.computeIfAbsent(target, k -> new ArrayList<>(2))
                                        .add(new CallSite(function, call));
                            }
                        }
                    }
                }
            }
        }
    }

    /** The calls of a function in the order of the program. */
    List<CallSite> of(Function target) {
        List<CallSite> sites = known.get(target);
        if (sites == null) {
            sites = find(target, facts.mentioningAny(target.wordsOfCalls(), seenBy(target)));
            known.put(target, sites);
        }
        return sites;
    }

    /** The calls of a function in functions that also mention one of some words. */
    List<CallSite> of(Function target, Words also) {
        List<CallSite> sites = known.get(target);
        if (sites == null) {
            Map<Function, List<CallSite>> some = knownAlso.computeIfAbsent(also, key -> new ConcurrentHashMap<>());
            sites = some.get(target);
            if (sites == null) {
                sites = find(target, facts.mentioningBoth(target.wordsOfCalls(), also, seenBy(target)));
                some.put(target, sites);
            }
        }
        return sites;
    }

    /** The only file that can name a function; null if all can. */
    private @Nullable SourceFile seenBy(Function target) {
        return facts.isOfFile(target) ? target.file() : null;
    }

    private List<CallSite> find(Function target, List<Function> candidates) {
        List<CallSite> sites = new ArrayList<>(2);
        String name = target.ref().name();
        for (Function candidate : candidates) {
            if (candidate.unread() == null) {
                continue;
            }
            for (Function caller : ProgramFacts.withNested(candidate)) {
                for (Block block : caller.blocks()) {
                    for (Op op : block.ops()) {
                        if (op instanceof Op.Call call
                                && call.callee().name().equals(name)
                                && facts.targets(call).contains(target)) {
                            sites.add(new CallSite(caller, call));
                        }
                    }
                }
            }
        }
        List<CallSite> read = inRead.get(target);
        if (read == null) {
            return List.copyOf(sites);
        }
        sites.addAll(read);
        sites.sort(BY_PLACE);
        return List.copyOf(sites);
    }
}
