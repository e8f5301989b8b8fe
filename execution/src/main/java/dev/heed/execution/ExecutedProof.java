package dev.heed.execution;

import dev.heed.engine.fix.Proof;
import dev.heed.engine.fix.Proposal;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.source.SourceFile;
import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Evidence;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Question;
import dev.heed.verify.check.Verdict;
import dev.heed.verify.code.Claim;
import dev.heed.verify.code.CodeIndex;
import dev.heed.verify.code.Located;
import dev.heed.verify.code.Locator;
import dev.heed.verify.code.Scope;
import dev.heed.verify.fork.Bounds;
import dev.heed.verify.fork.ForkException;
import dev.heed.verify.fork.Forks;
import dev.heed.verify.fork.Javac;
import dev.heed.verify.fork.Scratch;
import dev.heed.verify.witness.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Proves fixes by running the code. Before the fix the finding must show: there is a witness. Then what comes of the fix is compiled in
 * a copy, and run again with a cancellation at each point of the method: nothing may fail, and the cancellation must have arrived at
 * the call at which it was lost before.
 */
public final class ExecutedProof implements Proof {
    private static final int OLDEST = 8;

    private final List<Path> classes;
    private final List<Path> libraries;
    private final Bounds bounds;
    private final int forks;
    private final Consumer<String> progress;
    private final Map<Finding, Shown> shown = new IdentityHashMap<>();
    private final Set<SourceFile> originals = new HashSet<>();
    private boolean isIncomplete;

    /** A finding that a run has shown, and the methods that it is about. */
    private record Shown(Witness witness, boolean isSynthetic, Scope scope) {}

    /** The code cannot be run or compiled at all; the message is a sentence. */
    public static final class BrokenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenException(String message, Exception cause) {
            super(message, cause);
        }
    }

    /**
     * With these classes, which were compiled from the sources as they are.
     *
     * @param classes directories and jars of the classes to look into
     * @param libraries what else they need
     * @param forks how many JVMs run at once
     * @param progress takes a few words on what is going on
     */
    public ExecutedProof(
            List<Path> classes, List<Path> libraries, Bounds bounds, int forks, Consumer<String> progress) {
        this.classes = List.copyOf(classes);
        this.libraries = List.copyOf(libraries);
        this.bounds = bounds;
        this.forks = forks;
        this.progress = progress;
    }

    /** What a run has shown of a finding before its fix; empty if none has. */
    public Optional<Witness> witness(Finding finding) {
        return Optional.ofNullable(shown.get(finding)).map(Shown::witness);
    }

    /** Whether that took an object that no constructor has made. */
    public boolean isSynthetic(Finding finding) {
        Shown known = shown.get(finding);
        return known != null && known.isSynthetic();
    }

    /** Whether classes were missing, or did not match, so that a finding could not be run. */
    public boolean isIncomplete() {
        return isIncomplete;
    }

    @Override
    public Map<Finding, String> exclude(List<Finding> findings, List<SourceFile> sources) throws InterruptedException {
        originals.addAll(sources);
        List<Claim> claims = findings.stream().map(Claims::of).toList();
        Locator locator = locator(classes, claims);
        List<Located> located = claims.stream().map(locator::locate).toList();
        progress.accept("running " + findings.size() + " findings");
        List<Answer> answers = answers(located, classes);
        Map<Finding, String> excluded = new IdentityHashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            Answer answer = answers.get(i);
            Obstacle obstacle = answer.obstacle();
            isIncomplete |= obstacle != null && obstacle.isIncomplete();
            if (answer.verdict() == Verdict.CONFIRMED) {
                Scope scope = locator.scope(claims.get(i));
                shown.put(findings.get(i), new Shown(answer.witnesses().get(0), answer.isSynthetic(), scope));
            } else {
                excluded.put(findings.get(i), "no run shows the finding before the fix: " + clause(answer));
            }
        }
        return excluded;
    }

    @Override
    public Map<Proposal, String> refuse(List<Proposal> fixes, List<SourceFile> before, List<SourceFile> after)
            throws InterruptedException {
        progress.accept("running " + fixes.size() + (fixes.size() == 1 ? " fix" : " fixes"));
        try (Scratch scratch = new Scratch()) {
            Optional<String> problem = compile(after, scratch.directory());
            Map<Proposal, String> refused = new LinkedHashMap<>();
            if (problem.isPresent()) {
                fixes.forEach(fix -> refused.put(fix, "what comes of it does not compile: " + problem.get()));
                return refused;
            }
            run(fixes, scratch.directory().resolve("classes"), refused);
            return refused;
        } catch (IOException e) {
            throw new BrokenException("The fixed code cannot be compiled: " + e.getMessage() + ".", e);
        }
    }

    private Optional<String> compile(List<SourceFile> after, Path directory) throws IOException, InterruptedException {
        Path root = Files.createDirectories(directory.resolve("sources"));
        List<Path> copies = new ArrayList<>();
        List<Claim> places = new ArrayList<>();
        for (SourceFile file : after) {
            if (!originals.contains(file)) {
                Path copy = root.resolve(below(file.path()));
                Files.createDirectories(Optional.ofNullable(copy.getParent()).orElse(root));
                copies.add(Files.writeString(copy, file.text()));
                places.add(new Claim("", new Claim.Lines(file.path(), 1, 1), "", List.of()));
            }
        }
        CodeIndex index = CodeIndex.of(classes, fileNames(places));
        int release = places.stream()
                .mapToInt(place -> index.release(place.lines().path()).orElse(OLDEST))
                .max()
                .orElse(OLDEST);
        List<Path> classPath = new ArrayList<>(classes);
        classPath.addAll(libraries);
        return new Javac(bounds).compile(root, copies, classPath, release, directory.resolve("classes"));
    }

    /** A path that stays below the directory that it is resolved against, and has the file's own name. */
    private static String below(String path) {
        return path.replace('\\', '/')
                .replace("!/", "/")
                .replaceAll("(^|/)\\.\\.(?=/)", "$1up")
                .replaceAll("^/+|:", "");
    }

    private void run(List<Proposal> fixes, Path fixed, Map<Proposal, String> refused) throws InterruptedException {
        List<Path> all = new ArrayList<>(List.of(fixed));
        all.addAll(classes);
        Locator locator = locator(
                all, fixes.stream().map(fix -> Claims.of(fix.original())).toList());
        List<Located> located = new ArrayList<>();
        for (Proposal fix : fixes) {
            Shown before = shown.get(fix.original());
            located.add(
                    before == null
                            ? new Located.Unknown(Answer.unknown(Obstacle.NOT_DRIVEN, "Nothing was run."))
                            : locator.locate(before.scope(), call(before.witness())));
        }
        List<Answer> answers = answers(located, all);
        for (int i = 0; i < fixes.size(); i++) {
            Answer answer = answers.get(i);
            switch (answer.verdict()) {
                case NOT_REPRODUCED -> progress.accept("a fix is proved");
                case CONFIRMED ->
                    refused.put(
                            fixes.get(i),
                            "the method still fails when it is run: "
                                    + answer.witnesses().get(0).property() + ": "
                                    + start(answer.witnesses().get(0).message()));
                case UNCONFIRMED -> refused.put(fixes.get(i), "no run shows that it helps: " + clause(answer));
            }
        }
    }

    /** The call at which the cancellation must arrive again; a poll may well be another one behind the fix. */
    private static String call(Witness witness) {
        String call = witness.point().call();
        return call.endsWith("nterrupted") ? "" : call;
    }

    private Locator locator(List<Path> roots, List<Claim> claims) {
        try {
            return new Locator(CodeIndex.of(roots, fileNames(claims)), Evidence.load(), bounds.time());
        } catch (IOException e) {
            throw new BrokenException("The classes cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static Set<String> fileNames(List<Claim> claims) {
        Set<String> names = new TreeSet<>();
        for (Claim claim : claims) {
            names.add(claim.lines().fileName());
            claim.steps().forEach(step -> names.add(step.fileName()));
        }
        return names;
    }

    private List<Answer> answers(List<Located> located, List<Path> roots) throws InterruptedException {
        List<Question> questions = new ArrayList<>();
        for (Located one : located) {
            if (one instanceof Located.Ready ready) {
                questions.add(ready.question());
            }
        }
        List<Answer> asked = new ArrayList<>();
        try {
            new Forks(roots, libraries, bounds).ask(questions, forks, (answer, millis) -> asked.add(answer));
        } catch (ForkException e) {
            throw new BrokenException(String.valueOf(e.getMessage()), e);
        }
        List<Answer> answers = new ArrayList<>();
        int next = 0;
        for (Located one : located) {
            answers.add(one instanceof Located.Unknown unknown ? unknown.answer() : asked.get(next++));
        }
        return answers;
    }

    private static String clause(Answer answer) {
        return answer.verdict() == Verdict.NOT_REPRODUCED
                ? "the cancellation was delivered there, and nothing failed"
                : start(answer.reason());
    }

    /** A sentence as the end of another one that has no full stop. */
    private static String start(String sentence) {
        String text = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        int end = text.indexOf(' ');
        boolean isWord = end > 0 && text.substring(0, end).chars().allMatch(Character::isLetter);
        return isWord ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
