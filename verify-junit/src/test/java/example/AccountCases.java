package example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.junit.Cancellation;
import dev.heed.junit.CancellationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** Run by another test: some of them fail, as they should. */
@Tag("case")
class AccountCases {
    private Account from;
    private Account to;

    @BeforeEach
    void open() {
        from = new Account(10);
        to = new Account(0);
    }

    @AfterEach
    void close() {
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @CancellationTest
    void transfer(Cancellation c) throws Exception {
        c.afterwards(
                "no money is lost",
                () -> assertThat(from.balance() + to.balance()).isEqualTo(10));
        from.transfer(to, 5);
    }

    @CancellationTest
    void transferCarelessly(Cancellation c) throws Exception {
        c.afterwards(
                "no money is lost",
                () -> assertThat(from.balance() + to.balance()).isEqualTo(10));
        from.transferCarelessly(to, 5);
    }

    @CancellationTest
    void settle() {
        from.settle();
    }

    /** The test may do with the interrupt what it likes once its caller has it. */
    @CancellationTest
    void boundary(Cancellation c) throws Exception {
        try {
            c.boundary(() -> from.transfer(to, 5));
        } catch (InterruptedException e) {
            assertThat(from.balance()).isEqualTo(10);
        }
    }

    @CancellationTest(twice = true)
    void twice() throws Exception {
        try {
            from.transfer(to, 5);
        } finally {
            from.transfer(to, 1);
        }
    }

    @CancellationTest(onlyTestThread = true, boundMillis = 500)
    void onlyTestThread() throws Exception {
        Thread helper = new Thread(() -> from.settle());
        helper.start();
        helper.join();
    }

    @CancellationTest
    void audit() {
        from.audit();
    }

    @CancellationTest(diagnoses = true)
    void auditWithDiagnoses() {
        from.audit();
    }

    @CancellationTest
    void failsUndisturbed() {
        from.settle();
        assertThat(from.balance()).isEqualTo(11);
    }
}
