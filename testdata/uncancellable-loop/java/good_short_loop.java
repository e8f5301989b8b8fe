// A loop over what is there, with little to do in each turn.
import java.util.List;

class NameCount implements Runnable {
    private final List<String> names;
    private int letters;

    NameCount(List<String> names) {
        this.names = names;
    }

    @Override
    public void run() {
        for (String name : names) {
            letters += name.length();
        }
    }
}
