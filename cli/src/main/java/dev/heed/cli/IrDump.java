package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.Parts;
import dev.heed.UserException;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.IrDot;
import dev.heed.engine.ir.IrText;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Program;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.text.Nearest;
import dev.heed.input.ClassPath;
import dev.heed.input.Inputs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** {@code heed scan --dump-ir METHOD}: the control flow of methods as the engine sees it. */
final class IrDump {
    private final Parts parts;
    private final Console console;
    private final Messages messages;
    private final DumpArguments.DumpFormat format;

    IrDump(Parts parts, Console console, Messages messages, DumpArguments.DumpFormat format) {
        this.parts = parts;
        this.console = console;
        this.messages = messages;
        this.format = format;
    }

    /**
     * Prints all methods of a name.
     *
     * @param wanted {@code name}, {@code Class.name} or {@code Class#name}; the class by its simple or its full name
     * @throws UserException if there is none
     */
    int print(String wanted, Inputs inputs, ClassPath classPath, int threads, Progress progress)
            throws UserException, IOException, InterruptedException {
        List<Notification> notifications = Collections.synchronizedList(new ArrayList<>(inputs.notifications()));
        List<Function> functions = new ArrayList<>();
        for (FrontEnd frontEnd : parts.frontEnds()) {
            List<SourceFile> files = inputs.files().stream()
                    .filter(file -> file.language() == frontEnd.language())
                    .sorted(java.util.Comparator.comparing(SourceFile::path))
                    .toList();
            FrontEnd.Context context = new FrontEnd.Context(
                    Stream.concat(classPath.entries().stream(), inputs.classPath().stream())
                            .distinct()
                            .toList(),
                    threads,
                    notifications::add,
                    () -> {});
            for (Program program : frontEnd.read(files, context)) {
                functions.addAll(program.functions());
            }
        }
        progress.close();
        boolean isIncomplete = false;
        for (Notification notification : notifications) {
            if (notification.kind() != Notification.Kind.INFO) {
                isIncomplete = true;
                messages.notification(notification);
                messages.trace(notification.cause());
            }
        }
        List<Function> found =
                functions.stream().filter(function -> isMeant(wanted, function)).toList();
        if (found.isEmpty()) {
            List<String> names = functions.stream()
                    .map(function -> function.ref().name())
                    .distinct()
                    .toList();
            throw new UserException("--dump-ir: there is no method \"" + wanted + "\" in "
                    + functions.size() + " functions"
                    + Nearest.to(wanted, names)
                            .map(name -> "; did you mean " + name + "?")
                            .orElse("; it is written name, Class.name or Class#name."));
        }
        for (Function function : found) {
            Output.print(
                    console, format == DumpArguments.DumpFormat.DOT ? IrDot.of(function) : IrText.of(function) + "\n");
        }
        return isIncomplete ? ExitCode.INCOMPLETE : ExitCode.CLEAN;
    }

    /** The lambdas in a method belong to it. */
    private static boolean isMeant(String wanted, Function function) {
        String name = wanted.replace('#', '.');
        MethodRef ref = function.ref();
        MethodRef enclosing = function.enclosing();
        return isMeant(name, ref)
                || (function.kind() == Function.Kind.LAMBDA && enclosing != null && isMeant(name, enclosing));
    }

    private static boolean isMeant(String name, MethodRef ref) {
        String owner = ref.owner();
        String simpleOwner = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
        String method = ref.isConstructor() && !name.endsWith(MethodRef.CONSTRUCTOR) ? simpleOwner : ref.name();
        return name.equals(method)
                || name.equals(simpleOwner + "." + method)
                || name.equals(owner + "." + method)
                || name.equals(owner.replace('$', '.') + "." + method);
    }
}
