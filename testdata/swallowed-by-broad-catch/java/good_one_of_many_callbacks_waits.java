// Of all that may be called here one waits. Nobody who reads this handler expects an interrupt in it.
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

class TextStages {
    interface Stage {
        void apply(StringBuilder text) throws Exception;
    }

    static final class Trim implements Stage {
        @Override
        public void apply(StringBuilder text) {
            text.setLength(text.toString().trim().length());
        }
    }

    static final class Upper implements Stage {
        @Override
        public void apply(StringBuilder text) {
            text.append(text.toString().toUpperCase());
        }
    }

    static final class Count implements Stage {
        private int count;

        @Override
        public void apply(StringBuilder text) {
            count++;
        }
    }

    static final class Await implements Stage {
        private final Future<String> answer;

        Await(Future<String> answer) {
            this.answer = answer;
        }

        @Override
        public void apply(StringBuilder text) throws Exception {
            text.append(answer.get());
        }
    }

    private final List<Stage> stages = new ArrayList<>();

    void run(StringBuilder text) {
        for (Stage stage : stages) {
            runOne(stage, text);
        }
    }

    private static void runOne(Stage stage, StringBuilder text) {
        try {
            stage.apply(text);
        } catch (Exception e) {
            System.err.println("stage failed: " + e);
        }
    }
}
