package dev.heed.junit;

import dev.heed.verify.Exploring;
import dev.heed.verify.Option;
import dev.heed.verify.Settings;
import dev.heed.verify.agent.ProjectClasses;
import dev.heed.verify.witness.Property;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes a test of each run: the undisturbed one, then one for each point that it came to. */
final class CancellationExtension implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), CancellationTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        if (isOverLoop(context)) {
            return stream(LoopInvocations.of(context));
        }
        ProjectClasses classes = classes();
        Settings settings = settings(context);
        Exploring exploring = new Exploring(classes.sites(), settings);
        String template = context.getUniqueId();
        boolean isNested = Exploration.isRunning(template);
        Exploration exploration = Exploration.of(template, exploring, classes.switchboard());
        return stream(new Invocations(exploration, isNested));
    }

    private static Stream<TestTemplateInvocationContext> stream(Iterator<TestTemplateInvocationContext> invocations) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(invocations, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Whether the method has a loop of the runtime as parameter; asked by name, for the runtime need not be there. */
    private static boolean isOverLoop(ExtensionContext context) {
        return Arrays.stream(context.getRequiredTestMethod().getParameterTypes())
                .anyMatch(type -> type.getName().equals("dev.heed.runtime.Loop"));
    }

    private static ProjectClasses classes() {
        ProbesListener.Probed probed = ProbesListener.probed();
        if (probed == null) {
            throw new ExtensionConfigurationException(
                    "@CancellationTest needs the JUnit Platform's launcher to find its listener: "
                            + "junit-platform-launcher and heed-verify-junit must be on the same class path");
        }
        ProjectClasses classes = probed.classes();
        if (classes == null) {
            throw new ExtensionConfigurationException(
                    "@CancellationTest cannot put its probes into this JVM's classes; "
                            + probed.problem()
                            + ". Start the JVM with -XX:+EnableDynamicAgentLoading, or with -javaagent: and the path of "
                            + "heed-verify's jar");
        }
        return classes;
    }

    private static Settings settings(ExtensionContext context) {
        CancellationTest test = AnnotationSupport.findAnnotation(context.getTestMethod(), CancellationTest.class)
                .orElseThrow();
        Set<String> carriers =
                Arrays.stream(test.carriers()).map(Class::getName).collect(Collectors.toSet());
        String testClass = context.getRequiredTestClass().getName();
        int nested = testClass.indexOf('$');
        return Settings.defaults()
                .withBound(Duration.ofMillis(test.boundMillis()))
                .withCarriers(carriers)
                .withCaretakers(Set.of(nested < 0 ? testClass : testClass.substring(0, nested)))
                .with(Option.TWICE, test.twice())
                .with(Option.MAIN_ONLY, test.onlyTestThread())
                .withRequested(test.diagnoses() ? EnumSet.of(Property.UNTOLD, Property.TOLD_AS_FAILURE) : Set.of());
    }
}
