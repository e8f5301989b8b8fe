package dev.heed.engine.scan;

import dev.heed.engine.bound.GivenUpException;
import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.dependency.Dependency;
import dev.heed.engine.dependency.Question;
import dev.heed.engine.facts.FactsAgain;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.fate.FateAnalysis;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SummaryBuilder;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.ir.UnreadBody;
import dev.heed.engine.model.Models;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleMetadata;
import dev.heed.engine.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A program ready for its rules: facts, summaries, and fates on demand. Thread-safe once made. */
public final class Analysis {
    private final ProgramFacts facts;
    private final SummaryBuilder summaries;
    private final FateAnalysis fates;
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();

    /** Indexes the program. */
    public Analysis(Program program, Models models) {
        this(program, models, notification -> {
            throw new IllegalStateException(notification.message(), notification.cause());
        });
    }

    /** The same; a function whose summary fails becomes a notification, and counts as one of which nothing is known. */
    Analysis(Program program, Models models, Consumer<Notification> notifications) {
        facts = new ProgramFacts(program, models);
        summaries = SummaryBuilder.build(
                facts, (function, failure) -> notifications.accept(failure("The summary of calls", function, failure)));
        fates = new FateAnalysis(facts, summaries);
    }

    /** Under this name the fate analysis stands among the rules in {@link #times}. */
    private static final String FATES = "fates";

    /** What the fate analysis and each rule took until now. */
    Map<String, Duration> times() {
        Map<String, Duration> times = new TreeMap<>();
        nanos.forEach((name, taken) -> times.put(name, Duration.ofNanos(taken.sum())));
        return times;
    }

    private void took(String name, long start) {
        nanos.computeIfAbsent(name, key -> new LongAdder()).add(System.nanoTime() - start);
    }

    /** The fates in one function. */
    public FunctionFates fates(Function function) {
        return fates.analyze(function);
    }

    /** Whether a function may return with the interrupt status set after it caught an interrupt. */
    boolean returnsRestored(Function function) {
        return all(function).stream()
                .anyMatch(inner -> !summaries.of(inner).restoredReturns().isEmpty());
    }

    /** The functions that run, or in which something runs, on threads that the project keeps. */
    Set<Function> ownWorkers() {
        return facts.ownThreads().workers();
    }

    /** Lets it be used that these were the {@link #ownWorkers} in an earlier scan, and still are. */
    void reuseOwnWorkers(ScanState.Functions workers) {
        facts.ownThreads().reuse(workers.names(), workers.basis());
    }

    /** As {@link ProgramFacts#reuse}. */
    void reuse(java.util.function.Function<String, @Nullable Dependency> holding) {
        facts.reuse(holding);
    }

    /**
     * A digest of something that was recorded under a name, computed again; null if there is none of this name.
     *
     * @param functions finds a function of the program by its text
     */
    @Nullable
    Long digest(String name, java.util.function.Function<String, @Nullable Function> functions) {
        if (!name.startsWith(SummaryBuilder.NAME_PREFIX)) {
            return new FactsAgain(facts, functions).digest(name);
        }
        Function function = functions.apply(name.substring(SummaryBuilder.NAME_PREFIX.length()));
        return function == null ? null : summaries.digest(function);
    }

    /** Whether something is still gathered from the bodies that a question finds, as it was under this name. */
    boolean asksTheSame(String name, Question question) {
        return new FactsAgain(facts, text -> null).asksTheSame(name, question);
    }

    /** As {@link FactsAgain#isSame}. */
    boolean isSame(
            String name,
            Question question,
            SourceFile file,
            @Nullable String before,
            java.util.function.Function<String, @Nullable Function> functions) {
        return new FactsAgain(facts, functions).isSame(name, question, file, before);
    }

    private static List<Function> all(Function function) {
        UnreadBody unread = function.unread();
        if (unread == null || unread.content().nested().isEmpty()) {
            return List.of(function);
        }
        List<Function> all = new ArrayList<>();
        all.add(function);
        all.addAll(unread.content().nested());
        return all;
    }

    /**
     * What the rules find in some functions of one file, in {@link Finding#ORDER}. A rule or analysis that fails becomes a
     * notification, and the others go on. Ends early if the thread is interrupted: nobody waits for the rest then.
     */
    List<Finding> check(List<Function> functions, List<Rule> rules, Consumer<Notification> notifications) {
        List<Finding> found = new ArrayList<>();
        WorkerThread.begin();
        for (Function function :
                functions.stream().flatMap(function -> all(function).stream()).toList()) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            } else if (!function.hasBody()) {
                continue;
            }
            FunctionFates analyzed;
            long start = System.nanoTime();
            try {
                analyzed = fates(function);
            } catch (GivenUpException e) {
                givenUp(function, notifications);
                break;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError | LinkageError e) {
                notifications.accept(failure("The fate analysis", function, e));
                continue;
            } finally {
                took(FATES, start);
            }
            if (!check(analyzed, rules, found, notifications)) {
                givenUp(function, notifications);
                break;
            }
        }
        return once(found);
    }

    /** Lets the rules look at a function; false if the file is given up. */
    private boolean check(
            FunctionFates analyzed, List<Rule> rules, List<Finding> found, Consumer<Notification> notifications) {
        for (Rule rule : rules) {
            long start = System.nanoTime();
            try {
                rule.check(analyzed, found::add);
            } catch (GivenUpException e) {
                return false;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError | LinkageError e) {
                notifications.accept(failure("The rule " + name(rule), analyzed.function(), e));
            } finally {
                took(name(rule), start);
            }
        }
        return true;
    }

    private static void givenUp(Function function, Consumer<Notification> notifications) {
        if (!Thread.currentThread().isInterrupted()) {
            notifications.accept(Notification.incomplete(
                    function.file().path(),
                    function.nameSpan(),
                    "The file took too long and was given up in '" + function.displayName()
                            + "'; split that, or give it more time with --file-timeout."));
        }
    }

    private static List<Finding> once(List<Finding> found) {
        found.sort(Finding.ORDER);
        // A finally is analyzed once for each way through it; what stands there is told once.
        List<Finding> once = new ArrayList<>();
        for (Finding finding : found) {
            Finding last = once.isEmpty() ? null : once.get(once.size() - 1);
            if (last == null
                    || Finding.ORDER.compare(last, finding) != 0
                    || !last.function().equals(finding.function())) {
                once.add(finding);
            }
        }
        return once;
    }

    private static String name(Rule rule) {
        RuleMetadata info = rule.metadata();
        return info == null ? rule.getClass().getSimpleName() : info.name();
    }

    private static Notification failure(String who, Function function, Throwable cause) {
        if (cause instanceof OutOfMemoryError || cause instanceof GivenUpException) {
            String why = cause instanceof OutOfMemoryError
                    ? " needed more memory for '%s' than there is; give it a larger -Xmx, or split the code."
                    : " took too long for '%s', of which nothing is known now; give it more time with --file-timeout.";
            return Notification.incomplete(
                    function.file().path(), function.nameSpan(), who + String.format(why, function.displayName()));
        }
        String message = who + " failed on '" + function.displayName()
                + "' and said nothing about it; please report this with the output of --debug.";
        return new Notification(
                Notification.Kind.INTERNAL_ERROR, function.file().path(), function.nameSpan(), message, cause);
    }
}
