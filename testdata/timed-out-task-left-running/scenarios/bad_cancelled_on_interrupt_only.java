// When alive() has answered, the ping has ended.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.concurrent.ExecutorService;

class ProbeScene {
    static Verdict bad_cancelled_on_interrupt_only(Stage stage) {
        ExecutorService pool = stage.impatientPool();
        Work ping = stage.work();
        return ping.endsWith(() -> Probe.alive(pool, ping));
    }
}
