package dev.heed.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleMetadata;
import dev.heed.rules.RuleCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Rules say the same of themselves as their annotations do. */
class RuleConstantsTest {
    private static final String RULES = "dev.heed.rules.";

    private static byte[] compiled(String className) {
        String resource = className.replace('.', '/') + ".class";
        try (InputStream in = Rule.class.getClassLoader().getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new RuleConstants(writer), 0);
        return writer.toByteArray();
    }

    /** Has the rules with their constants, and all else as it is. */
    private static final class Written extends ClassLoader {
        Written() {
            super(Rule.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            if (known != null || !name.startsWith(RULES)) {
                return known == null ? super.loadClass(name, resolve) : known;
            }
            byte[] classFile = written(compiled(name));
            return defineClass(name, classFile, 0, classFile.length);
        }
    }

    @Test
    void sayWhatTheAnnotationsSay() throws ReflectiveOperationException {
        List<Rule> rules = RuleCatalog.load().rules();
        assertThat(rules).hasSizeGreaterThan(20);
        ClassLoader loader = new Written();
        for (Rule rule : rules) {
            Class<?> written = loader.loadClass(rule.getClass().getName());
            assertThat(written.getDeclaredMethod("metadata").isSynthetic()).isTrue();
            Rule told = (Rule) written.getDeclaredConstructor().newInstance();
            assertThat(told.metadata()).isNotNull().isEqualTo(RuleMetadata.of(rule.getClass()));
        }
    }

    @Test
    void areWrittenOnce() {
        Rule rule = RuleCatalog.load().rules().get(0);
        byte[] once = written(compiled(rule.getClass().getName()));
        assertThat(once).isNotEqualTo(compiled(rule.getClass().getName()));
        assertThat(written(once)).isEqualTo(once);
    }

    @Test
    void areForRulesOnly() throws ReflectiveOperationException {
        Class<?> other = new Written().loadClass(RuleCatalog.class.getName());
        assertThat(other.getDeclaredMethods())
                .isNotEmpty()
                .noneMatch(method -> method.getName().equals("metadata"));
    }
}
