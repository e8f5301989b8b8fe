package dev.heed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePatternTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            src/main/java,  *Stub.java,      /src/main/java/**/*Stub.java
            src/main/java,  legacy/,         /src/main/java/**/legacy/
            src/main/java,  shop/legacy/,    /src/main/java/shop/legacy/
            src/main/java,  shop/*.java,     /src/main/java/shop/*.java
            src/main/java,  /shop,           /src/main/java/shop
            src/main/java,  **/gen/**,       /src/main/java/**/gen/**
            .,              shop/A.java,     /shop/A.java
            .,              A.java,          /**/A.java
            a[1]/src,       A.java,          '/a\\[1]/src/**/A.java'
            """)
    void aPatternStaysBelowItsDirectory(String directory, String pattern, String expected) {
        assertThat(SourcePattern.below(directory, pattern)).isEqualTo(expected);
    }
}
