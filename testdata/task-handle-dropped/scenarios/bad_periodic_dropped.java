// When its keeper has been closed, nothing of it is repeated.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Timetable;
import dev.heed.verify.scene.Verdict;

class LeaseKeeperScene {
    static Verdict bad_periodic_dropped(Stage stage) {
        Timetable timer = stage.timer();
        LeaseKeeper keeper = new LeaseKeeper(timer);
        keeper.start();
        keeper.close();
        return timer.isEmpty();
    }

    static Verdict good_stops_its_pool(Stage stage) {
        Timetable timer = stage.timer();
        PoolOwner owner = new PoolOwner(timer);
        owner.start();
        owner.stop();
        return timer.isEmpty();
    }
}
