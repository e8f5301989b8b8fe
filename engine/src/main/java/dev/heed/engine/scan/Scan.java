package dev.heed.engine.scan;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.model.Models;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.source.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The main job: reads sources, computes fates, lets the rules look. */
public interface Scan {

    /**
     * Runs. Reports findings and notifications to {@code listener} as they come; never throws for what a file holds.
     *
     * @throws InterruptedException if the scanning thread is interrupted; what was found until then has been reported
     */
    ScanSummary run(Input input, ScanListener listener) throws InterruptedException;

    /**
     * The same, for scans of the same files again and again.
     *
     * @param edited what an earlier scan of files of the same names, with the same rest of the input, has found; null if nothing is
     *     known
     * @param result takes what this one has found, if all went well and it can be of use
     */
    default ScanSummary run(Input input, ScanListener listener, @Nullable Edited edited, Consumer<ScanState> result)
            throws InterruptedException {
        return run(input, listener);
    }

    /**
     * An earlier scan, and what is different now.
     *
     * @param earlier its dependencies and findings refer to the files of the input by identity
     * @param files of the input that are not what they were, by identity, and those that may see that they declare something else;
     *     what all others can see of what is declared is what it was
     * @param redeclared those of them that declare something else, or may see that another does
     */
    record Edited(ScanState earlier, Set<SourceFile> files, Set<SourceFile> redeclared) {
        /** Of bodies only. */
        public Edited(ScanState earlier, Set<SourceFile> files) {
            this(earlier, files, Set.of());
        }
    }

    /**
     * What to scan, with what.
     *
     * @param files in any order; their paths are unique
     * @param classPath jars and directories of class files for types that are not in the sources
     * @param frontEnds one for each language
     * @param rules those that are selected
     * @param threads how many threads may work, at least 1
     * @param fileTimeout how long reading one file may take, and checking it; zero for no bound
     * @param memory how many bytes of memory the scan may take; what does not fit is scanned in parts, see {@link ScanParts}
     */
    record Input(
            List<SourceFile> files,
            List<Path> classPath,
            List<FrontEnd> frontEnds,
            List<Rule> rules,
            Models models,
            int threads,
            Duration fileTimeout,
            long memory) {
        public Input {
            files = List.copyOf(files);
            classPath = List.copyOf(classPath);
            frontEnds = List.copyOf(frontEnds);
            rules = List.copyOf(rules);
        }

        /** The same, with all memory that there is. */
        public Input(
                List<SourceFile> files,
                List<Path> classPath,
                List<FrontEnd> frontEnds,
                List<Rule> rules,
                Models models,
                int threads,
                Duration fileTimeout) {
            this(
                    files,
                    classPath,
                    frontEnds,
                    rules,
                    models,
                    threads,
                    fileTimeout,
                    Runtime.getRuntime().maxMemory());
        }

        /** The same with other files. */
        public Input with(List<? extends SourceFile> others) {
            return new Input(List.copyOf(others), classPath, frontEnds, rules, models, threads, fileTimeout, memory);
        }

        /** The same, with the default bound on time. */
        public Input(
                List<SourceFile> files,
                List<Path> classPath,
                List<FrontEnd> frontEnds,
                List<Rule> rules,
                Models models,
                int threads) {
            this(files, classPath, frontEnds, rules, models, threads, WorkerThread.DEFAULT_LIMIT);
        }
    }
}
