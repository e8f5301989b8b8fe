package dev.heed.rules;

import dev.heed.rules.swallowed.SwallowedByBroadCatch;
import dev.heed.rules.swallowed.SwallowedInterrupt;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Scopes of JDK 21 to 24 and of 25, which do not compile on 17: {@code join()} declares {@code InterruptedException}, whatever the
 * scope is declared as.
 */
class StructuredScopesTest {
    private final RuleTester tester = RuleTester.of(List.of(new SwallowedInterrupt(), new SwallowedByBroadCatch()));

    @Test
    void scopesOfTheFirstPreviews() {
        tester.check("First.java", """
                import java.util.concurrent.StructuredTaskScope;

                class First {
                    static Object bad() {
                        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                            var part = scope.fork(() -> "part");
                            scope.join();
                            return part.get();
                        } catch (Exception e) { // heed: swallowed-by-broad-catch "the interrupt that 'join' delivers"
                            return null;
                        }
                    }

                    static Object badUntil(java.time.Instant end) {
                        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<String>()) {
                            scope.fork(() -> "part");
                            scope.joinUntil(end);
                            return scope.result();
                        } catch (InterruptedException e) { // heed: swallowed-interrupt "lost"
                            return null;
                        } catch (Exception e) {
                            return "failed";
                        }
                    }

                    static Object good() throws Exception {
                        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                            var part = scope.fork(() -> "part");
                            scope.join().throwIfFailed();
                            return part.get();
                        }
                    }
                }
                """);
    }

    @Test
    void scopesOfJdk25() {
        tester.check("Later.java", """
                import java.util.concurrent.StructuredTaskScope;

                class Later {
                    static Object bad() {
                        try (StructuredTaskScope<String, Void> scope = StructuredTaskScope.open()) {
                            var part = scope.fork(() -> "part");
                            scope.join();
                            return part.get();
                        } catch (Exception e) { // heed: swallowed-by-broad-catch "the interrupt that 'join' delivers"
                            return null;
                        }
                    }

                    static Object good() throws InterruptedException {
                        try (StructuredTaskScope<String, Void> scope = StructuredTaskScope.open()) {
                            var part = scope.fork(() -> "part");
                            scope.join();
                            return part.get();
                        }
                    }
                }
                """);
    }
}
