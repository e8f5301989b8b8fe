package dev.heed.engine.scan;

import dev.heed.engine.dependency.Dependency;
import dev.heed.engine.dependency.Replacement;
import dev.heed.engine.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a scan that was not disturbed has found, with what each part of it rests on. A later scan of the same files takes from it what
 * an edit has not made void.
 *
 * @param outlines what each file declares, as {@link FrontEnd#outline}, by path; files without one are missing
 * @param general what was told of the whole input when it was read
 * @param checked what was found in a file, by path
 * @param restoring the functions of a file that catch an interrupt and return with the status set, by path
 * @param workers the functions that run on threads of a program, by the path of the first file of the program
 */
public record ScanState(
        Map<String, Outline> outlines,
        List<Notification> general,
        Map<String, Checked> checked,
        Map<String, Functions> restoring,
        Map<String, Functions> workers) {

    /** The same, with other dependencies in the place of some. */
    ScanState with(Map<Dependency, Dependency> replaced) {
        Replacement replacement = new Replacement(replaced);
        Map<String, Checked> allChecked = new TreeMap<>();
        checked.forEach((path, each) ->
                allChecked.put(path, new Checked(replacement.in(each.basis()), each.functions(), each.findings())));
        return new ScanState(outlines, general, allChecked, with(replacement, restoring), with(replacement, workers));
    }

    private static Map<String, Functions> with(Replacement replacement, Map<String, Functions> functions) {
        Map<String, Functions> all = new TreeMap<>();
        functions.forEach((path, each) -> all.put(path, new Functions(replacement.in(each.basis()), each.names())));
        return all;
    }

    /**
     * What was found in a file.
     *
     * @param functions tells the functions apart that were looked at
     * @param findings with those that comments suppress
     */
    public record Checked(Dependency basis, long functions, List<Finding> findings) {
        public Checked {
            findings = List.copyOf(findings);
        }
    }

    /** Functions, as {@link dev.heed.engine.ir.Function#toString}. */
    public record Functions(Dependency basis, List<String> names) {
        public Functions {
            names = List.copyOf(names);
        }
    }
}
