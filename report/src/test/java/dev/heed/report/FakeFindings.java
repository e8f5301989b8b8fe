package dev.heed.report;

import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Precision;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings made by hand, such as rules make them. */
final class FakeFindings {
    static final FakeSource WORKER = new FakeSource("src/main/java/app/Worker.java", """
            package app;

            import java.util.concurrent.BlockingQueue;

            final class Worker implements Runnable {
                private final BlockingQueue<Job> queue;
                private volatile boolean running = true;

                Worker(BlockingQueue<Job> queue) {
                    this.queue = queue;
                }

                @Override
                public void run() {
                    while (running) {
                        try {
                            Job job = queue.take();
                            job.start();
                        } catch (InterruptedException e) {
                            log.warn("interrupted", e);
                        }
                    }
                }
            }
            """);

    static final FakeSource POOL = new FakeSource("src/main/java/app/Pool.java", """
            package app;

            final class Pool {
            \tConnection borrow() {
            \t\tlock.lock();
            \t\ttry {
            \t\t\twhile (idle.isEmpty()) {
            \t\t\t\tConnections.await(changed);
            \t\t\t}
            \t\t\treturn idle.pop();
            \t\t} catch (Exception e) {
            \t\t\tthrow new IllegalStateException("no connection", e);
            \t\t} finally {
            \t\t\tlock.unlock();
            \t\t}
            \t}
            }
            """);

    static final FakeSource CONNECTIONS = new FakeSource("lib/net-1.0-sources.jar!/net/Connections.java", """
            package net;

            final class Connections {
                static void await(Condition changed) throws InterruptedException {
                    changed.await();
                }
            }
            """);

    static final RuleDescriptor SWALLOWED = new RuleDescriptor(
            "swallowed-interrupt",
            "An interrupt is caught and lost",
            Family.SWALLOWED,
            Level.WARNING,
            Precision.VERY_HIGH,
            true,
            "0.1.0",
            List.of(391, 1069),
            List.of(Language.JAVA),
            """
            # swallowed-interrupt

            ## What it does
            Finds handlers of `InterruptedException` after which **nobody** can know that the thread was interrupted;
            see [the tutorial](https://docs.oracle.com/javase/tutorial/essential/concurrency/interrupt.html).

            ## Example
            ```java
            } catch (InterruptedException e) {
            }
            ```
            """);

    static final RuleDescriptor WRAPPED = new RuleDescriptor(
            "wrapped-without-restore",
            "An interrupt becomes another exception and its status is not restored",
            Family.RERAISE,
            Level.WARNING,
            Precision.HIGH,
            false,
            "0.1.0",
            List.of(755),
            List.of(Language.JAVA),
            "");

    static final List<RuleDescriptor> RULES = List.of(SWALLOWED, WRAPPED);

    private FakeFindings() {}

    static Finding swallowed() {
        Span handler = WORKER.span("catch (InterruptedException e)");
        Fix leave = new Fix(
                "Restore the interrupt status and leave the loop",
                Fix.Safety.SAFE,
                List.of(new TextEdit(
                        WORKER,
                        WORKER.span("log.warn(\"interrupted\", e);"),
                        "Thread.currentThread().interrupt();\n                return;")));
        Fix declare = new Fix(
                "Let the exception pass to the caller",
                Fix.Safety.UNSAFE,
                List.of(new TextEdit(
                        WORKER, WORKER.span("public void run()").after(), " throws InterruptedException")));
        return new Finding(
                SWALLOWED.name(),
                Level.WARNING,
                Finding.Confidence.PROVED,
                WORKER,
                handler,
                "app.Worker.run",
                "The interrupt caught here is logged and lost; 'run' keeps taking jobs after shutdown.",
                List.of(
                        new Step(WORKER, WORKER.span("queue.take()"), "'take' delivers the interrupt"),
                        new Step(WORKER, handler, "it is caught; the thread's interrupt status is clear"),
                        new Step(WORKER, WORKER.span("while (running)"), "the loop goes on; the interrupt is lost")),
                List.of(new Step(
                        WORKER,
                        WORKER.span("volatile boolean running"),
                        "'running' is never written before an interrupt")),
                "Leave the loop when interrupted, and set the status again for those who called 'run'.",
                List.of(leave, declare));
    }

    static Finding wrapped() {
        Span handler = POOL.span("catch (Exception e)");
        return new Finding(
                WRAPPED.name(),
                Level.NOTE,
                Finding.Confidence.LIKELY,
                POOL,
                handler,
                "app.Pool.borrow",
                "The interrupt leaves 'borrow' as an IllegalStateException, assuming that 'await' is net.Connections.await.",
                List.of(
                        new Step(CONNECTIONS, CONNECTIONS.span("changed.await()"), "'await' delivers the interrupt"),
                        new Step(POOL, POOL.span("Connections.await(changed)"), "it leaves 'Connections.await'"),
                        new Step(POOL, handler, "it is caught among other exceptions"),
                        new Step(
                                POOL,
                                POOL.span("throw new IllegalStateException(\"no connection\", e);"),
                                "it leaves as a failure")),
                List.of(),
                "Restore the status with Thread.currentThread().interrupt() before throwing.",
                List.of(
                        new Fix(
                                "Restore the interrupt status before throwing",
                                Fix.Safety.SAFE,
                                List.of(
                                        new TextEdit(
                                                POOL,
                                                POOL.span("throw new").before(),
                                                "if (e instanceof InterruptedException) {\n\t\t\t\tThread.currentThread().interrupt();\n\t\t\t}\n\t\t\t")))));
    }

    /** A finding with one step, no fix and no related place. */
    static Finding plain(SourceFile file, Span span, String message) {
        return new Finding(
                SWALLOWED.name(),
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                span,
                "f",
                message,
                List.of(new Step(file, span, "it is lost here")),
                List.of(),
                "Do not.",
                List.of());
    }

    static Notification broken() {
        return Notification.incomplete(
                "src/main/java/app/Broken.java",
                new Span(3, 7, 3, 8),
                "The method 'f' is not analyzed: its syntax is wrong here. Mend it and scan again.");
    }

    static Notification crash() {
        return Notification.internalError(
                "src/main/java/app/Odd.java",
                "The rule 'x' failed here; please report it with --debug.",
                new IllegalStateException("odd [thing](here)"));
    }

    static ScanSummary summary(List<Finding> findings, int incomplete) {
        Map<String, Integer> byRule = new TreeMap<>();
        findings.forEach(f -> byRule.merge(f.rule(), 1, Integer::sum));
        Map<String, Duration> phases = new LinkedHashMap<>();
        phases.put("read", Duration.ofMillis(820));
        phases.put("rules", Duration.ofMillis(45));
        return new ScanSummary(120, 34_567, 2_345, findings.size(), byRule, incomplete, phases, Map.of());
    }

    static ReportContext.Builder context() {
        return ReportContext.builder("0.1.0", RULES)
                .arguments(List.of("scan", "src/main/java"))
                .workingDirectory(Path.of("/work dir/project"))
                .clock(Clock.fixed(Instant.parse("2026-11-22T10:11:12Z"), ZoneOffset.UTC))
                .width(100);
    }

    static List<Finding> both() {
        List<Finding> findings = new ArrayList<>(List.of(swallowed(), wrapped()));
        findings.sort(Finding.ORDER);
        return findings;
    }
}
