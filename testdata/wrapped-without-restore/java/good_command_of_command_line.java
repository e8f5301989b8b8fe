// A command of a command line tool: nobody interrupts its main thread, and what leaves it ends the command.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.commons.cli.CommandLine;

class DeleteCommand implements Predicate<CommandLine> {
    private final CompletableFuture<String> answer;

    DeleteCommand(CompletableFuture<String> answer) {
        this.answer = answer;
    }

    @Override
    public boolean test(CommandLine options) {
        try {
            System.out.println(answer.get());
            return options.hasOption("v");
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot delete", e);
        }
    }
}
