package dev.heed.engine.facts;

import dev.heed.engine.dependency.Memo;
import dev.heed.engine.dependency.Question;
import dev.heed.engine.dependency.Recorder;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.source.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who calls whom, looked up by name. */
final class Callers {
    private static final Comparator<CallSite> BY_PLACE = Comparator.comparing(
                    (CallSite site) -> site.caller().file().path())
            .thenComparing(site -> site.caller().span());

    /** With the identity of a function behind it: under which its callers can be gathered again. */
    static final String PREFIX = "callers ";

    private final ProgramFacts facts;
    /** Of functions that only their own file can name. */
    private final Memo<Wanted, List<CallSite>> inFile = new Memo<>();

    private final Map<Wanted, Sites> known = new ConcurrentHashMap<>();

    /** The callers of a function that also mention one of some words, by identity; null if none are asked for. */
    private record Wanted(Function target, @Nullable Words also) {}

    /** What was gathered, and all of it in the order of the program. */
    private record Sites(Gathered<List<CallSite>> gathered, List<CallSite> all) {}

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
        return find(target, null);
    }

    /** The calls of a function in functions that also mention one of some words. */
    List<CallSite> of(Function target, Words also) {
        return find(target, also);
    }

    private List<CallSite> find(Function target, @Nullable Words also) {
        Wanted wanted = new Wanted(target, also);
        if (facts.isOfFile(target)) {
            return inFile.get(wanted, this::findInFile);
        }
        Sites sites = known.get(wanted);
        if (sites == null || (Recorder.isOn() && !sites.gathered().isRecorded())) {
            Gathered<List<CallSite>> gathered = Gathered.of(search(target, also), facts);
            sites = new Sites(gathered, joined(target, gathered.found()));
            known.put(wanted, sites);
        }
        sites.gathered().found();
        return sites.all();
    }

    private List<CallSite> findInFile(Wanted wanted) {
        Function target = wanted.target();
        List<List<CallSite>> found = new ArrayList<>();
        for (Function candidate : facts.mentioningAny(target.wordsOfCalls(), target.file())) {
            if (wanted.also() == null || candidate.mayMentionAny(wanted.also())) {
                found.add(sitesIn(candidate, target));
            }
        }
        return joined(target, found);
    }

    /**
     * Looks for the calls of a function.
     *
     * @param also as in {@link Question}
     */
    Gathered.Search<List<CallSite>> search(Function target, @Nullable Words also) {
        Question question = new Question(target.wordsOfCalls(), also);
        return new Gathered.Search<>() {
            @Override
            public String name() {
                return PREFIX + target.ref();
            }

            @Override
            public Question question() {
                return question;
            }

            @Override
            public @Nullable List<CallSite> of(Function function) {
                List<CallSite> sites = sitesIn(function, target);
                return sites.isEmpty() ? null : sites;
            }

            @Override
            public String describe(List<CallSite> sites) {
                return sites.stream().map(CallSite::describe).collect(Collectors.joining(", "));
            }
        };
    }

    private List<CallSite> sitesIn(Function candidate, Function target) {
        if (candidate.unread() == null) {
            return List.of();
        }
        List<CallSite> sites = new ArrayList<>(1);
        String name = target.ref().name();
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
        return sites;
    }

    private List<CallSite> joined(Function target, List<List<CallSite>> found) {
        List<CallSite> sites = new ArrayList<>(2);
        found.forEach(sites::addAll);
        List<CallSite> read = inRead.get(target);
        if (read == null) {
            return List.copyOf(sites);
        }
        sites.addAll(read);
        sites.sort(BY_PLACE);
        return List.copyOf(sites);
    }
}
