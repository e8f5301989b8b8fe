package dev.heed.frontend.java.types.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JdkIndexTest {

    @Test
    void isTheSameEachTime() throws IOException {
        Map<String, byte[]> first = JdkIndexGenerator.generate();
        Map<String, byte[]> second = JdkIndexGenerator.generate();
        assertThat(first.keySet()).isEqualTo(second.keySet());
        first.forEach((name, bytes) -> assertThat(bytes).isEqualTo(second.get(name)));
    }

    @Test
    void findsWhatItHolds() {
        JdkIndex index = JdkIndex.load();
        for (IndexPart part : index.parts()) {
            assertThat(part.size()).isGreaterThan(1000);
            for (int i = 0; i < part.size(); i++) {
                assertThat(index.find(part.nameAt(i))).isNotNull();
            }
        }
        assertThat(index.find("javax/swing/SwingUtilities")).isNotNull();
        ClassSignature thread = Objects.requireNonNull(index.find("java/lang/Thread"));
        assertThat(thread.superName()).isEqualTo("java/lang/Object");
        assertThat(thread.interfaces()).containsExactly("java/lang/Runnable");
        assertThat(thread.methods())
                .filteredOn(method ->
                        method.name().equals("sleep") && method.descriptor().equals("(J)V"))
                .singleElement()
                .satisfies(method -> assertThat(method.exceptions()).containsExactly("java/lang/InterruptedException"));
        ClassSignature list = Objects.requireNonNull(index.find("java/util/List"));
        assertThat(list.signature()).startsWith("<E:Ljava/lang/Object;>");
        assertThat(Objects.requireNonNull(index.find("java/util/Map")).memberTypes())
                .containsExactly("java/util/Map$Entry");
        ClassSignature bytes = Objects.requireNonNull(index.find("java/lang/Byte"));
        assertThat(bytes.fields())
                .filteredOn(field -> field.name().equals("MAX_VALUE"))
                .singleElement()
                .satisfies(field -> assertThat(field.constant()).isEqualTo(127));
    }

    @Test
    void holdsTheApiOnly() {
        JdkIndex index = JdkIndex.load();
        assertThat(index.find("jdk/internal/misc/Unsafe")).isNull();
        assertThat(index.find("java/lang/NoSuchType")).isNull();
        // Not public, but StringBuilder's methods are declared there.
        assertThat(index.find("java/lang/AbstractStringBuilder")).isNotNull();
        assertThat(index.hasPackage("java.util.concurrent")).isTrue();
        assertThat(index.hasPackage("java.util.concurren")).isFalse();
        assertThat(index.packagesOf("java.net.http")).containsExactly("java.net.http");
        assertThat(index.inPackages(Set.of("java.util.concurrent.locks")))
                .extracting(ClassSignature::name)
                .contains("java/util/concurrent/locks/Condition")
                .doesNotContain("java/util/concurrent/Future");
    }
}
