package dev.heed.engine.scan;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.dependency.Dependency;
import dev.heed.engine.dependency.Question;
import dev.heed.engine.dependency.Recorder;
import dev.heed.engine.dependency.Validity;
import dev.heed.engine.facts.FactsAgain;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.ir.UnreadBody;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.ScanState.Checked;
import dev.heed.engine.scan.ScanState.Functions;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of an earlier scan still holds for a program. Made by a worker, then read by many. */
final class Reuse {
    private final ScanState earlier;
    private final Set<SourceFile> edited;
    private final Set<String> editedPaths = new HashSet<>();
    private final Set<Dependency> holding = new HashSet<>();
    private final Map<Dependency, Dependency> replaced;

    /**
     * Finds out what holds; computes again what the edited files may have changed. To be called on a worker.
     *
     * @param paths of the files of the program in which there may be something to look at
     */
    Reuse(Scan.Edited edit, Program program, Analysis analysis, Set<String> paths) {
        earlier = edit.earlier();
        edited = edit.files();
        edited.forEach(file -> editedPaths.add(file.path()));
        List<Words> bodies = new ArrayList<>();
        for (Function function : program.functions()) {
            UnreadBody unread = edited.contains(function.file()) ? function.unread() : null;
            if (unread != null) {
                bodies.add(unread.words());
            }
        }
        Validity validity = new Validity(edited, edit.redeclared(), bodies, new Again(program, analysis));
        analysis.reuse(validity::holding);
        for (String path : paths) {
            keep(basis(earlier.workers().get(path)), validity);
            if (!editedPaths.contains(path)) {
                keep(basis(earlier.restoring().get(path)), validity);
                keep(basis(earlier.checked().get(path)), validity);
            }
        }
        replaced = validity.replaced();
    }

    private void keep(@Nullable Dependency basis, Validity validity) {
        if (basis != null && validity.holds(basis)) {
            holding.add(basis);
        }
    }

    private static @Nullable Dependency basis(@Nullable Functions functions) {
        return functions == null ? null : functions.basis();
    }

    private static @Nullable Dependency basis(@Nullable Checked checked) {
        return checked == null ? null : checked.basis();
    }

    private record Again(Analysis analysis, Map<String, Function> functions) implements Validity.Again {
        Again(Program program, Analysis analysis) {
            this(analysis, new HashMap<>());
            program.functions().forEach(function -> functions.put(function.toString(), function));
        }

        @Override
        public @Nullable Dependency result(String name) {
            WorkerThread.begin();
            Recorder.Recorded<@Nullable Long> result = Recorder.begin(() -> analysis.digest(name, functions::get));
            Long digest = result.result();
            Dependency basis = result.basis();
            return digest == null || basis == null ? null : basis.named(name, digest);
        }

        @Override
        public boolean isTold(String name) {
            return FactsAgain.isTold(name);
        }

        @Override
        public boolean asksTheSame(String name, Question question) {
            return analysis.asksTheSame(name, question);
        }

        @Override
        public boolean isSame(String name, Question question, SourceFile file, @Nullable String before) {
            WorkerThread.begin();
            return analysis.isSame(name, question, file, before, functions::get);
        }
    }

    /** The functions of a file that return with the status set; null if that must be found out. */
    @Nullable
    Functions restoring(String path) {
        Functions known = earlier.restoring().get(path);
        return known != null && holding.contains(known.basis()) ? known : null;
    }

    /** The functions on threads of the program whose first file this is; null if that must be found out. */
    @Nullable
    Functions workers(String path) {
        Functions known = earlier.workers().get(path);
        return known != null && holding.contains(known.basis()) ? known : null;
    }

    /**
     * What was found in a file; null if it must be looked at.
     *
     * @param functions tells apart in which
     */
    @Nullable
    Checked checked(String path, long functions) {
        Checked known = earlier.checked().get(path);
        return known != null
                        && known.functions() == functions
                        && holding.contains(known.basis())
                        && known.findings().stream().noneMatch(this::pointsAtEdited)
                ? known
                : null;
    }

    /** Its places there may have moved. */
    private boolean pointsAtEdited(Finding finding) {
        return Stream.concat(finding.path().stream(), finding.related().stream())
                        .anyMatch(step -> edited.contains(step.file()))
                || finding.fixes().stream()
                        .flatMap(fix -> fix.edits().stream())
                        .anyMatch(edit -> edited.contains(edit.file()));
    }

    /** Results of the earlier scan that came to the same again, and what they rest on now. */
    Map<Dependency, Dependency> replaced() {
        return replaced;
    }
}
