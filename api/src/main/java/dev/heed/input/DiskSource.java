package dev.heed.input;

import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.Recognition;
import dev.heed.engine.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A source file on disk. */
record DiskSource(String path, String relativePath, Language language, Path file, SourceText.Form form)
        implements StoredSource {

    @Override
    public String text() throws IOException {
        return SourceText.decode(bytes(), form);
    }

    @Override
    public long size() throws IOException {
        return Files.size(file);
    }

    @Override
    public Snapshot snapshot() throws IOException {
        byte[] bytes = bytes();
        ContentId id = form.id(bytes);
        return new Snapshot(SourceText.decode(bytes, form), id);
    }

    @Override
    public ContentId contentId() throws IOException {
        return form.id(bytes());
    }

    @Override
    public Snapshot snapshot(Recognition before) throws IOException {
        byte[] bytes = bytes();
        ContentId id = before.of(bytes, form::id);
        return new Snapshot(SourceText.decode(bytes, form), id);
    }

    @Override
    public ContentId contentId(Recognition before) throws IOException {
        return before.of(bytes(), form::id);
    }

    @Override
    public Charset encoding() {
        return form.encoding();
    }

    @Override
    public byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SourceText.read(in, Files.size(file), form);
        } catch (AccessDeniedException e) {
            throw problem("The file cannot be read: permission denied.", e);
        } catch (NoSuchFileException e) {
            throw problem("The file is gone; it was there when the scan began.", e);
        }
    }

    private static SourceException problem(String message, IOException cause) {
        SourceException problem = new SourceException(message);
        problem.initCause(cause);
        return problem;
    }
}
