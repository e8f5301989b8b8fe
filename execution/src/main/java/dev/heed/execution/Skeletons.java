package dev.heed.execution;

import dev.heed.verify.check.Member;
import dev.heed.verify.check.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.Type;

/**
 * The beginnings of tests for what nobody but the project's authors knows how to call: they compile, say what is missing, and are
 * skipped until it is filled in.
 */
public final class Skeletons {
    private static final String CONSTRUCTOR = "<init>";

    private final Path directory;
    private final Map<String, List<Case>> byClass = new TreeMap<>();

    private record Case(Verified verified, Member member) {}

    /** To be written below this directory, in that of their package. */
    public Skeletons(Path directory) {
        this.directory = directory;
    }

    /** Adds a test for a finding, if there is a method that a test can call. */
    public void add(Verified verified, Question question) {
        Optional<Member> member =
                question.members().stream().filter(Member::isVisible).findFirst();
        member.ifPresent(found -> byClass.computeIfAbsent(found.className(), name -> new ArrayList<>())
                .add(new Case(verified, found)));
    }

    /**
     * Writes them; files that are there already stay.
     *
     * @return what was done, a sentence for each file
     */
    public List<String> write() throws IOException {
        List<String> done = new ArrayList<>();
        for (Map.Entry<String, List<Case>> entry : byClass.entrySet()) {
            String className = entry.getKey();
            int dot = className.lastIndexOf('.');
            String packageName = dot < 0 ? "" : className.substring(0, dot);
            String testName = className.substring(dot + 1).replace('$', '_') + "CancellationTest";
            Path folder = directory.resolve(packageName.replace('.', '/'));
            Path file = folder.resolve(testName + ".java");
            if (Files.exists(file)) {
                done.add(file + " is there already, and stays as it is.");
                continue;
            }
            Files.createDirectories(folder);
            Files.write(file, source(packageName, testName, entry.getValue()).getBytes(StandardCharsets.UTF_8));
            done.add("Wrote " + file + ".");
        }
        return done;
    }

    private static String source(String packageName, String testName, List<Case> cases) {
        StringBuilder text = new StringBuilder();
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        text.append("import static org.junit.jupiter.api.Assumptions.abort;\n\n");
        text.append("import dev.heed.junit.Cancellation;\nimport dev.heed.junit.CancellationTest;\n\n");
        text.append("class ").append(testName).append(" {\n");
        Set<String> taken = new TreeSet<>();
        String separator = "";
        for (Case one : cases) {
            text.append(separator);
            method(text, one, taken);
            separator = "\n";
        }
        return text.append("}\n").toString();
    }

    private static void method(StringBuilder text, Case one, Set<String> taken) {
        Member member = one.member();
        Flagged flagged = one.verified().flagged();
        String type = sourceName(member.className());
        String simple = type.substring(type.lastIndexOf('.') + 1);
        boolean isConstructor = member.name().equals(CONSTRUCTOR);
        String wanted = isConstructor ? "constructor" : member.name();
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        String place = flagged.claim().lines().fileName() + ":" + flagged.line();
        text.append("    /** ")
                .append(flagged.rule())
                .append(" at ")
                .append(comment(place))
                .append(". */\n");
        text.append("    @CancellationTest\n");
        text.append("    void ").append(name).append("(Cancellation c) throws Exception {\n");
        text.append(
                "        abort(\"Make what is null below, so that the call comes to the wait, and take this line away.\");\n");
        List<String> arguments = new ArrayList<>();
        Type[] parameters = Type.getArgumentTypes(member.descriptor());
        for (int i = 0; i < parameters.length; i++) {
            String argument = "argument" + (i + 1);
            arguments.add(argument);
            text.append("        ")
                    .append(sourceName(parameters[i].getClassName()))
                    .append(' ')
                    .append(argument);
            text.append(" = ").append(zero(parameters[i])).append(";\n");
        }
        String call = "(" + String.join(", ", arguments) + ");\n";
        if (isConstructor) {
            text.append("        new ").append(type).append(call);
        } else if (member.isStatic()) {
            text.append("        ")
                    .append(type)
                    .append('.')
                    .append(member.name())
                    .append(call);
        } else {
            String receiver = "the" + simple.substring(0, 1).toUpperCase(Locale.ROOT) + simple.substring(1);
            text.append("        ").append(type).append(' ').append(receiver).append(" = null;\n");
            text.append("        ")
                    .append(receiver)
                    .append('.')
                    .append(member.name())
                    .append(call);
        }
        text.append("    }\n");
    }

    private static String sourceName(String className) {
        return className.replace('$', '.');
    }

    /** Fit for a comment, whatever the file is called. */
    private static String comment(String text) {
        return text.replaceAll("[^\\w.:/-]", "_");
    }

    private static String zero(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> "false";
            case Type.CHAR, Type.BYTE, Type.SHORT, Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE -> "0";
            default -> "null";
        };
    }
}
