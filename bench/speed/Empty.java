import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What any program with picocli costs before it does anything. */
@Command(name = "empty", version = "1", mixinStandardHelpOptions = true)
public class Empty implements Runnable {
    @Override
    public void run() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Empty()).execute(args));
    }
}
