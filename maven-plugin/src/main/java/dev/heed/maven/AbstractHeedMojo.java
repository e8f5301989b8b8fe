package dev.heed.maven;

import dev.heed.UserException;
import dev.heed.config.Config;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals that scan have in common: their parameters, and when there is nothing to do. */
abstract class AbstractHeedMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MavenSession session;

    /** Does nothing. */
    @Parameter(property = "heed.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Scans only these files, as patterns of <code>.gitignore</code> relative to each source directory:
     * <code>com/acme/*</code>, <code>*Client.java</code>.
     */
    @Parameter(property = "heed.includes")
    private @Nullable List<String> includes;

    /** Leaves out these files and directories, written the same way. */
    @Parameter(property = "heed.excludes")
    private @Nullable List<String> excludes;

    /** Scans the tests, too. */
    @Parameter(property = "heed.includeTests", defaultValue = "false")
    private boolean includeTests;

    /** Scans generated sources, too: the source directories below the build directory. */
    @Parameter(property = "heed.includeGenerated", defaultValue = "false")
    private boolean includeGenerated;

    /** Only these rules or families (<code>swallowed</code>, <code>reraise</code>, <code>cleanup</code>, <code>diagnosis</code>, <code>propagation</code>). */
    @Parameter(property = "heed.select")
    private @Nullable List<String> select;

    /** Not these rules or families. */
    @Parameter(property = "heed.ignore")
    private @Nullable List<String> ignore;

    /** How sure Heed must be of what it tells: <code>likely</code>, which is the default, or <code>proved</code>. */
    @Parameter(property = "heed.confidence")
    private @Nullable String confidence;

    /** Files that say what methods of your libraries do to a cancellation. */
    @Parameter(property = "heed.models")
    private @Nullable List<File> models;

    /** The encoding of the sources. */
    @Parameter(property = "heed.encoding", defaultValue = "${project.build.sourceEncoding}")
    private @Nullable String encoding;

    /** Does not read source files larger than this, in bytes, <code>K</code> or <code>M</code>; without it <code>10M</code>. */
    @Parameter(property = "heed.maxFileSize")
    private @Nullable String maxFileSize;

    /** Gives up a file that takes longer to read, or to check, than this many seconds; 0 for never, 60 without it. */
    @Parameter(property = "heed.fileTimeout")
    private @Nullable Integer fileTimeout;

    /** How many threads scan a module; without it the processors of the machine, divided by the threads of the build (<code>-T</code>). */
    @Parameter(property = "heed.threads")
    private @Nullable Integer threads;

    /** Keeps results, and uses them again if nothing has changed. */
    @Parameter(property = "heed.cache", defaultValue = "true")
    private boolean cache;

    /** Where results are kept; without it where the command keeps them, such as <code>~/.cache/heed</code>. */
    @Parameter(property = "heed.cacheDirectory")
    private @Nullable File cacheDirectory;

    /** A file with findings that are known, and are not told again; <code>heed:baseline</code> writes it. */
    @Parameter(property = "heed.baseline")
    private @Nullable File baseline;

    /**
     * Tells only of what is in lines that have changed since this revision of git, such as <code>origin/main</code>, or whose path
     * passes one.
     */
    @Parameter(property = "heed.since")
    private @Nullable String since;

    /** The <code>heed.toml</code> that counts, in place of that of the top directory of the project. */
    @Parameter(property = "heed.config")
    private @Nullable File config;

    /** Uses no <code>heed.toml</code>. */
    @Parameter(property = "heed.isolated", defaultValue = "false")
    private boolean isolated;

    /** Shows the code and the path of each finding, and tells what could not be resolved. */
    @Parameter(property = "heed.verbose", defaultValue = "false")
    private boolean verbose;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Heed is skipped.");
            return;
        }
        run();
    }

    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** The scan of this module, as the parameters and the configuration say. */
    final ModuleScan scan() throws MojoExecutionException {
        return scan(verbose);
    }

    /** The same; with a report as text in the log, or not. */
    final ModuleScan scan(boolean withText) throws MojoExecutionException {
        Module module = new Module(project, session);
        return new ModuleScan(
                getLog(),
                module,
                config(module),
                new ModuleScan.What(
                        given(includes), given(excludes), includeTests, includeGenerated, encoding, maxFileSize),
                new ModuleScan.How(
                        given(select),
                        given(ignore),
                        since,
                        confidence,
                        given(models).stream().map(File::toPath).toList(),
                        threads,
                        fileTimeout,
                        cache,
                        cacheDirectory == null ? null : cacheDirectory.toPath()),
                withText);
    }

    private Config config(Module module) throws MojoExecutionException {
        try {
            return isolated
                    ? Config.NONE
                    : config != null ? Config.read(config.toPath()) : Config.nearest(module.root());
        } catch (UserException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What the parameter <code>baseline</code> says. */
    final @Nullable Path baseline() {
        return baseline == null ? null : baseline.toPath();
    }

    /** What the parameter <code>since</code> says. */
    final @Nullable String since() {
        return since;
    }

    final MavenProject project() {
        return project;
    }

    final MavenSession session() {
        return session;
    }

    final boolean isVerbose() {
        return verbose;
    }

    private static <T> List<T> given(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
