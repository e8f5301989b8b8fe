package dev.heed.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DiffLinesTest {

    private static String read(String diff) throws IOException {
        return DiffLines.read(new ByteArrayInputStream(diff.getBytes(StandardCharsets.ISO_8859_1)))
                .toString();
    }

    @Test
    void linesThatWereAddedOrReplacedCount() throws IOException {
        assertThat(read("""
                diff --git a/A.java b/A.java
                index 1..2 100644
                --- a/A.java
                +++ b/A.java
                @@ -3 +3,2 @@ class A {
                -old
                +new
                +newer
                @@ -9,0 +11 @@
                +added
                """)).isEqualTo("{A.java={3, 4, 11}}");
    }

    @Test
    void besideAGapTheNeighboursCount() throws IOException {
        assertThat(read("+++ b/A.java\n@@ -5,2 +4,0 @@\n-one\n-two\n@@ -1 +0,0 @@\n-zero\n"))
                .isEqualTo("{A.java={1, 4, 5}}");
    }

    @Test
    void whatLinesSayIsNoHeader() throws IOException {
        assertThat(read("""
                diff --git a/A.java b/A.java
                --- a/A.java
                +++ b/A.java
                @@ -1 +1,2 @@
                --- a/B.java
                +++ b/B.java
                +@@ -7 +7 @@
                @@ -9 +10 @@
                -x
                \\ No newline at end of file
                +y
                \\ No newline at end of file
                """)).isEqualTo("{A.java={1, 2, 10}}");
    }

    @Test
    void namesAreUnquotedAndDeletedFilesLeftOut() throws IOException {
        assertThat(read("""
                +++ "b/s\\303\\244\\t\\"q\\\\.java"
                @@ -1 +1 @@
                -a
                +b
                +++ b/with blank.java\t
                @@ -1 +1 @@
                -a
                +b
                diff --git a/Gone.java b/Gone.java
                +++ /dev/null
                @@ -1 +0,0 @@
                -a
                """)).isEqualTo("{s\u00e4\t\"q\\.java={1}, with blank.java={1}}");
    }
}
