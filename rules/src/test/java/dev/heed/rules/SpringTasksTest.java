package dev.heed.rules;

import dev.heed.rules.swallowed.SwallowedInterrupt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The end of a method that Spring runs as a task is the end of the work; a loop in it that goes on is not. */
class SpringTasksTest {
    private final RuleTester tester = RuleTester.of(List.of(new SwallowedInterrupt()));

    @Test
    void aLoopGoesOn() {
        tester.check("MailPump.java", """
                // A task of Spring's pool does not end with the interrupt: its loop goes on, and the shutdown of the pool waits for it.
                import java.util.concurrent.BlockingQueue;
                import java.util.logging.Logger;
                import org.springframework.scheduling.annotation.Async;

                class MailPump {
                    private static final Logger LOG = Logger.getLogger("pump");

                    @Async
                    public void pump(BlockingQueue<String> mails) {
                        while (true) {
                            try {
                                LOG.info("sending " + mails.take());
                            } catch (InterruptedException e) { // heed: swallowed-interrupt "goes on with its loop"
                                LOG.info("interrupted");
                            }
                        }
                    }
                }
                """);
    }
}
