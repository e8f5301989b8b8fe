package dev.heed.maven;

import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that run the code of the project: whether they may, and what it may cost. */
abstract class AbstractCodeMojo extends AbstractHeedMojo {

    /**
     * Lets the code of the project be run, many times for each finding, with values made up for it, and without a sandbox. Without
     * it <code>heed:verify</code> does nothing in a build, and fails if it was called by its name. With it <code>heed:fix</code> keeps
     * only fixes that the runs prove: the finding shows before, and nothing fails behind them; that needs <code>javac</code>.
     */
    @Parameter(property = "heed.runCode", defaultValue = "false")
    private boolean runCode;

    /** How long the runs for one finding may take, in seconds. */
    @Parameter(property = "heed.timeout", defaultValue = "30")
    private int timeout;

    /** The heap of the JVM that the code runs in, in megabytes. */
    @Parameter(property = "heed.heap", defaultValue = "512")
    private int heap;

    /** How many threads the code may have at once. */
    @Parameter(property = "heed.maxThreads", defaultValue = "500")
    private int maxThreads;

    /** How many JVMs run at once. More are faster, but a loaded machine may miss bounds. */
    @Parameter(property = "heed.forks", defaultValue = "1")
    private int forks;

    /** The Java installation that runs the code; without it that of Maven. */
    @Parameter(property = "heed.javaHome")
    private @Nullable File javaHome;

    boolean mayRunCode() {
        return runCode;
    }

    /**
     * The runs of what is found in a module.
     *
     * @throws MojoExecutionException if a parameter is wrong
     */
    ModuleRuns runs(ModuleScan scan) throws MojoExecutionException {
        return new ModuleRuns(getLog(), scan, ModuleRuns.bounds(javaHome, timeout, heap, maxThreads), forks);
    }
}
