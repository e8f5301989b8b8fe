package dev.heed;

import dev.heed.engine.ir.Program;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Outline;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A front end that tells how far it is. */
final class CountingFrontEnd implements FrontEnd {
    private final FrontEnd frontEnd;
    private final ScanProgress progress;

    CountingFrontEnd(FrontEnd frontEnd, ScanProgress progress) {
        this.frontEnd = frontEnd;
        this.progress = progress;
    }

    @Override
    public Language language() {
        return frontEnd.language();
    }

    @Override
    public @Nullable Outline outline(SourceFile file) throws IOException {
        return frontEnd.outline(file);
    }

    @Override
    public Mention mention(SourceFile file, Set<String> names) throws IOException {
        return frontEnd.mention(file, names);
    }

    @Override
    public List<Program> read(List<SourceFile> files, Context context) throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        progress.reading(0, files.size());
        List<Program> programs = frontEnd.read(files, context.withProgress(() -> {
            progress.reading(done.incrementAndGet(), files.size());
            context.progress().run();
        }));
        progress.analyzing(files.size());
        return programs;
    }
}
