// The log names C and its host, and prints a message that is null for an interrupt.
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class AccountLedger {
    private static final Logger LOG = LoggerFactory.getLogger(AccountLedger.class);

    interface Accounts {
        long balance(String host) throws InterruptedException;
    }

    private final Accounts accounts;

    AccountLedger(Accounts accounts) {
        this.accounts = accounts;
    }

    long balance(String host) throws InterruptedException {
        try {
            return accounts.balance(host);
        } catch (InterruptedException e) {
            LOG.error("Accounts at {} failed: {}", host, e.getMessage()); // heed: innermost-catch-blames-callee "What is logged here blames 'accounts.balance'"
            throw e;
        }
    }
}
