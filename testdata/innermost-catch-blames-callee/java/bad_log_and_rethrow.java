// The innermost hop logs whatever comes as the fault of the mailer, and throws it on.
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Invitations {
    private static final Logger LOG = LoggerFactory.getLogger(Invitations.class);

    interface Mailer {
        void send(String address, String text) throws Exception;
    }

    static void invite(Mailer mailer, String address) throws Exception {
        try {
            check(mailer, address);
        } catch (Exception e) {
            LOG.error("Mailer failed for {}", address, e); // heed: innermost-catch-blames-callee note "This log blames 'check' for the interrupt"
            throw e;
        }
    }

    private static void check(Mailer mailer, String address) throws Exception {
        Thread.sleep(10); // step 2: "the interrupt is delivered here"
        mailer.send(address, "You are invited");
    }
}
