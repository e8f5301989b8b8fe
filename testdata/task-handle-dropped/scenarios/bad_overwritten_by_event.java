// After close() no retry is scheduled, however many failures there were.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Timetable;
import dev.heed.verify.scene.Verdict;

class AddressBookScene {
    static Verdict bad_overwritten_by_event(Stage stage) {
        Timetable timer = stage.timer();
        AddressBook book = new AddressBook(timer);
        book.onLookupFailed("one");
        book.onLookupFailed("other");
        book.close();
        return timer.isEmpty();
    }

    static Verdict good_cancels_the_old_one(Stage stage) {
        Timetable timer = stage.timer();
        CarefulBook book = new CarefulBook(timer);
        book.onLookupFailed("one");
        book.onLookupFailed("other");
        book.close();
        return timer.isEmpty();
    }
}
