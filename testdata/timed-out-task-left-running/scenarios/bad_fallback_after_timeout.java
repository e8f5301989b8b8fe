// When the country is known, nobody looks for it any more.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;

class GeoScene {
    static Verdict bad_fallback_after_timeout(Stage stage) {
        Work search = stage.work();
        Geo geo = new Geo(stage.impatientPool()) {
            @Override
            String lookUp(String address) {
                return search.get();
            }
        };
        return search.endsWith(() -> geo.country("address"));
    }
}
