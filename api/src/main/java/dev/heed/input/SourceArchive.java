package dev.heed.input;

import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceException;
import dev.heed.engine.source.SourceFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A jar or zip with sources, read in place. Nothing that it says of itself is trusted: names are used for look-up and
 * display only, and sizes are counted while reading.
 */
final class SourceArchive implements Closeable {
    /** More entries than any source archive has; src.zip of a JDK has 20,000. */
    private static final int MAX_ENTRIES = 500_000;

    /** Source text seldom shrinks to less than a twentieth. */
    private static final int MAX_RATIO = 200;

    private static final long RATIO_MATTERS_FROM = 1 << 20;
    private static final int MAX_NAME = 4096;

    /** All sources of an archive together; src.zip of a JDK has 200 MB. */
    private static final long MAX_TOTAL = 2L << 30;

    private final ZipFile zip;
    private final String displayPath;
    private final SourceText.Form form;
    private final ArchiveId id;

    private SourceArchive(ZipFile zip, String displayPath, SourceText.Form form, ArchiveId id) {
        this.zip = zip;
        this.displayPath = displayPath;
        this.form = form;
        this.id = id;
    }

    /**
     * Opens an archive.
     *
     * @throws IOException if it cannot be read or is no archive; the message is a sentence
     */
    static SourceArchive open(Path file, String displayPath, SourceText.Form form) throws IOException {
        try {
            // The state first: what is changed after that is noticed.
            ArchiveId id = ArchiveId.of(file, form);
            return new SourceArchive(new ZipFile(file.toFile()), displayPath, form, id);
        } catch (ZipException | IllegalArgumentException e) {
            throw new IOException(
                    "The archive is damaged, or no jar or zip at all (" + e.getMessage()
                            + "); fetch or build it again.",
                    e);
        }
    }

    /**
     * What is in it.
     *
     * @param sources sorted by path
     * @param hasClasses whether there are class files
     * @param badNames names that lead out of the archive or hold control characters; these entries are left out
     * @param archives how many archives lie in it; they are left out
     * @param versioned how many sources for certain Java versions are left out, since they repeat types of the archive
     */
    record Content(List<SourceFile> sources, boolean hasClasses, List<String> badNames, int archives, int versioned) {}

    /**
     * Lists the sources.
     *
     * @throws IOException if the archive has too many entries, or they are too large; the message is a sentence
     */
    Content content(FileFilter filter) throws IOException {
        if (zip.size() > MAX_ENTRIES) {
            throw new IOException(
                    "The archive has " + zip.size() + " entries, more than the bound of " + MAX_ENTRIES + ".");
        }
        TreeMap<String, Language> found = new TreeMap<>(Comparator.naturalOrder());
        List<String> badNames = new ArrayList<>();
        boolean hasClasses = false;
        int versioned = 0;
        int archives = 0;
        long total = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            hasClasses |= name.endsWith(".class");
            archives += !entry.isDirectory() && Languages.isArchive(name) ? 1 : 0;
            Language language = entry.isDirectory() ? null : Languages.of(name);
            if (language == null) {
                continue;
            }
            if (!isHarmless(name)) {
                badNames.add(name);
            } else if (name.startsWith("META-INF/versions/")) {
                versioned++;
            } else if (filter.acceptsWithDirectories(name)) {
                found.put(name, language);
                total += Math.min(Math.max(entry.getSize(), 0), form.max().bytes());
            }
        }
        if (total > MAX_TOTAL) {
            throw new IOException("The sources of the archive unpack to " + (total >> 20)
                    + " MiB, more than the bound of " + (MAX_TOTAL >> 20) + " MiB; name parts of it with --include.");
        }
        List<SourceFile> sources = new ArrayList<>(found.size());
        found.forEach((name, language) -> sources.add(new Entry(displayPath + "!/" + name, name, language)));
        return new Content(sources, hasClasses, badNames, archives, versioned);
    }

    private static boolean isHarmless(String name) {
        if (name.length() > MAX_NAME || name.startsWith("/") || name.indexOf('\\') >= 0) {
            return false;
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.endsWith(":")) {
                return false;
            }
        }
        return true;
    }

    private String read(String name) throws IOException {
        return SourceText.decode(bytes(name), form);
    }

    private byte[] bytes(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new SourceException("The file is not in the archive.");
        }
        long size = entry.getSize();
        long packed = Math.max(1, entry.getCompressedSize());
        if (size > RATIO_MATTERS_FROM && size / packed > MAX_RATIO) {
            throw new SourceException(
                    "The file unpacks to " + size / packed + " times its packed size, as no source text does.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = SourceText.read(in, Math.max(0, size), form);
            if (bytes.length <= form.max().bytes() && (in.read() >= 0 || (size >= 0 && bytes.length > size))) {
                throw new ZipException("it is longer than the archive says");
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            SourceException problem = new SourceException(
                    "The file is damaged in its archive (" + e.getMessage() + "); fetch or build the archive again.");
            problem.initCause(e);
            throw problem;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A source in the archive. */
    private final class Entry implements StoredSource {
        private final String path;
        private final String name;
        private final Language language;

        Entry(String path, String name, Language language) {
            this.path = path;
            this.name = name;
            this.language = language;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public String relativePath() {
            return name;
        }

        @Override
        public Language language() {
            return language;
        }

        @Override
        public String text() throws IOException {
            return read(name);
        }

        @Override
        public long size() {
            ZipEntry entry = zip.getEntry(name);
            return entry == null
                    ? 0
                    : Math.min(Math.max(entry.getSize(), 0), form.max().bytes());
        }

        @Override
        public byte[] bytes() throws IOException {
            return SourceArchive.this.bytes(name);
        }

        @Override
        public Charset encoding() {
            return form.encoding();
        }

        @Override
        public Snapshot snapshot() throws IOException {
            String text = read(name);
            return new Snapshot(text, id.of(text));
        }

        @Override
        public ContentId contentId() throws IOException {
            return id.get();
        }
    }
}
