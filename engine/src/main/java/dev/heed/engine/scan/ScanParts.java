package dev.heed.engine.scan;

import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the files of one language are divided where memory does not suffice for all of them: into parts that follow each other in the
 * order of the paths. It depends on the files and the memory alone.
 */
public final class ScanParts {
    /** What is kept of a source until the end, for each of its bytes; decision 85 has the measurements. */
    private static final long KEPT_FOR_A_BYTE = 7;

    /** What the tool itself keeps: models, what the JDK declares. */
    private static final long TOOL = 12L << 20;

    /** The share of the memory that is for what is made and dropped: with less, most of the time goes to collecting it. */
    private static final double ROOM_SHARE = 0.45;

    /** More room than this is not needed: the launcher gives half of it to what is young. */
    private static final long MOST_ROOM = 96L << 20;

    /** However small the memory, some of it is used. */
    private static final int LEAST_SHARE = 8;

    /** How much smaller than the others a part may be for the sake of a better place to cut. */
    private static final double SMALLEST = 0.7;

    /** {@link Runtime#maxMemory} leaves out a space for survivors, and {@code -Xmx} does not. */
    private static final long SURVIVORS = 16L << 20;

    private static final long STEP = 64L << 20;

    private ScanParts() {}

    /**
     * The files of a language, in the order of their paths.
     *
     * @return at least one part; none is empty unless there are no files
     */
    public static List<List<SourceFile>> of(Scan.Input input, Language language) {
        List<SourceFile> files = input.files().stream()
                .filter(file -> file.language() == language)
                .sorted(Comparator.comparing(SourceFile::path))
                .toList();
        long[] ends = ends(files);
        long fit = fit(input.memory());
        if (ends[files.size()] <= fit) {
            return List.of(files);
        }
        List<List<SourceFile>> parts = new ArrayList<>();
        int from = 0;
        while (from < files.size()) {
            int to = cut(files, ends, from, fit);
            parts.add(files.subList(from, to));
            from = to;
        }
        return parts;
    }

    /** The value of {@code -Xmx}, in MiB, with which the files of a language are not divided. */
    static long megabytesForAll(List<SourceFile> files) {
        long kept = TOOL + ends(files)[files.size()] * KEPT_FOR_A_BYTE;
        long memory = Math.min((long) (kept / (1 - ROOM_SHARE)), kept + MOST_ROOM) + SURVIVORS;
        return (memory / STEP + 1) * (STEP >> 20);
    }

    /** Tells that there are parts, and what that means. */
    static Notification notice(List<List<SourceFile>> parts, long memory) {
        List<SourceFile> all = parts.stream().flatMap(List::stream).toList();
        return Notification.info(
                null,
                "The files were scanned in " + parts.size() + " parts, since the heap (" + (memory >> 20)
                        + " MB) is too small for all of them: calls from one part into another count as calls of unknown code,"
                        + " so findings may be missing. -Xmx" + megabytesForAll(all)
                        + "m suffices for all at once (HEED_JAVA_OPTS; MAVEN_OPTS for Maven).");
    }

    /** Tells that there was not enough memory for a part. */
    static Notification loss(String name, List<SourceFile> part) {
        return Notification.incomplete(
                null,
                null,
                name + "of the files from " + part.get(0).path() + " to "
                        + part.get(part.size() - 1).path()
                        + " not all were analyzed, which needs more memory. Give it a larger -Xmx (HEED_JAVA_OPTS), or less at a"
                        + " time.");
    }

    /** How many bytes of source a part may have. */
    private static long fit(long memory) {
        long room = Math.min((long) (memory * ROOM_SHARE), MOST_ROOM);
        return Math.max(memory - room - TOOL, memory / LEAST_SHARE) / KEPT_FOR_A_BYTE;
    }

    /** How many bytes all files up to one have; first nothing. */
    private static long[] ends(List<SourceFile> files) {
        long[] ends = new long[files.size() + 1];
        for (int i = 0; i < files.size(); i++) {
            ends[i + 1] = ends[i] + size(files.get(i));
        }
        return ends;
    }

    /** What cannot be read takes no room. */
    private static long size(SourceFile file) {
        try {
            return file.size();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Where a part ends that begins at a file: of all fair sizes there, where the paths have least in common. */
    private static int cut(List<SourceFile> files, long[] ends, int from, long fit) {
        long rest = ends[files.size()] - ends[from];
        if (rest <= fit) {
            return files.size();
        }
        long parts = Math.max(1, (rest + fit - 1) / Math.max(1, fit));
        long fair = rest / parts;
        int best = from + 1;
        int inCommon = Integer.MAX_VALUE;
        for (int to = from + 1; to < files.size() && ends[to] - ends[from] <= fit; to++) {
            long size = ends[to] - ends[from];
            int common = size < fair * SMALLEST ? Integer.MAX_VALUE : inCommon(files.get(to - 1), files.get(to));
            boolean isNearer = Math.abs(size - fair) <= Math.abs(ends[best] - ends[from] - fair);
            if (common < inCommon || (common == inCommon && isNearer)) {
                best = to;
                inCommon = common;
            }
        }
        return best;
    }

    /** How many directories, archives among them, two files have in common. */
    private static int inCommon(SourceFile left, SourceFile right) {
        String one = left.path();
        String other = right.path();
        int common = 0;
        for (int i = 0; i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i); i++) {
            common += one.charAt(i) == '/' ? 1 : 0;
        }
        return common;
    }
}
