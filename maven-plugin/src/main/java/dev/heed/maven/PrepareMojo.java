package dev.heed.maven;

import java.io.File;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Lets <code>@CancellationTest</code> work where no agent may be attached to a running JVM: adds <code>-javaagent</code> to the
 * property that Surefire and Failsafe start their JVMs with.
 */
@Mojo(
        name = "prepare",
        defaultPhase = LifecyclePhase.INITIALIZE,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.TEST)
public final class PrepareMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MavenProject project;

    /** Does nothing. */
    @Parameter(property = "heed.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The property that the tests' JVMs are started with. If the configuration of Surefire sets <code>argLine</code>, it has to
     * contain <code>@{argLine}</code>.
     */
    @Parameter(property = "heed.propertyName", defaultValue = "argLine")
    @SuppressWarnings("NullAway.Init")
    private String propertyName;

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Heed is skipped.");
            return;
        }
        for (Artifact artifact : project.getArtifacts()) {
            File jar = artifact.getFile();
            if (artifact.getGroupId().equals("dev.heed")
                    && artifact.getArtifactId().equals("heed-verify")
                    && jar != null) {
                add("\"-javaagent:" + jar.getAbsolutePath() + "\"");
                return;
            }
        }
        throw new MojoExecutionException(
                "The tests do not use Heed: add dev.heed:heed-verify-junit to the dependencies of "
                        + project.getArtifactId() + " in test scope, or take away the goal heed:prepare.");
    }

    private void add(String argument) {
        String before = project.getProperties().getProperty(propertyName, "");
        String after = before.isBlank() ? argument : argument + " " + before;
        project.getProperties().setProperty(propertyName, after);
        getLog().info(propertyName + " is now " + after);
    }
}
