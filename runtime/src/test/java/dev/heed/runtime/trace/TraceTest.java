package dev.heed.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.runtime.Loop;
import dev.heed.runtime.LoopEvent;
import dev.heed.runtime.Task;
import java.io.StringReader;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TraceTest {
    private static Trace trace(String name) {
        Trace trace = new Trace();
        try (Loop loop = Loop.builder().listener(trace).build()) {
            loop.run(() -> {
                Task<Void> task = loop.spawn(name, () -> {
                    try {
                        loop.sleep(Duration.ofSeconds(9));
                    } finally {
                        loop.note(LoopEvent.Kind.FINALLY, "tidy up; #1 < 2");
                    }
                });
                loop.sleep(Duration.ofSeconds(1));
                task.cancel("enough & done");
                loop.sleep(Duration.ZERO);
            });
        }
        return trace;
    }

    @Test
    void drawsLines() {
        assertThat(trace("t").text()).isEqualTo("""
                        t=0.000s  main  spawned, by loop
                                  t     spawned, by main
                                  main  sleep
                                  t     sleep
                        t=1.000s  t     cancel EXPLICIT(enough & done), by task main
                                  t     Cancelled: EXPLICIT(enough & done)
                                  t     finally: tidy up; #1 < 2
                                  t     ended: cancelled
                                  main  returned
                        """);
    }

    @Test
    void drawsMermaid() {
        assertThat(trace("t").mermaid())
                .startsWith("sequenceDiagram\n    participant p0 as main\n    participant p1 as t\n")
                .contains("    p0-xp1: cancel EXPLICIT(enough & done)\n")
                .contains("    Note over p1: finally: tidy up#59; #35;1 #lt; 2\n");
    }

    @Test
    void drawsAnSvgThatIsWellFormedAndNeedsNothingElse() throws Exception {
        String svg = trace("<t> & \"co\"").svg("A <b> & c");
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("A <b> & c");
        assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http")
                .doesNotContain("href");
        assertThat(svg).contains("class=\"cancel\"").contains("finally: tidy up");
    }
}
