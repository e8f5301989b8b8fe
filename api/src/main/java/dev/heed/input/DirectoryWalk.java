package dev.heed.input;

import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sources below a directory, in the order of their names. Symbolic links are not followed, as git does not: what
 * they lead to is scanned where it lies, and a cycle does no harm.
 */
final class DirectoryWalk {
    /** Never hold sources that somebody wrote for this project. */
    private static final Set<String> NEVER = Set.of(
            ".git",
            ".hg",
            ".svn",
            ".bzr",
            ".gradle",
            ".idea",
            ".mvn",
            ".settings",
            ".vscode",
            ".metals",
            ".bloop",
            "node_modules");

    /** Hold what a build made, if they are not packages. */
    private static final Set<String> BUILD_OUTPUT = Set.of("target", "build", "out");

    private final FileFilter filter;
    private final boolean usesGitIgnore;
    private final SourceText.Form form;
    private final Consumer<Notification> notifications;
    private final Deque<Directory> pending = new ArrayDeque<>();
    private final List<SourceFile> found = new ArrayList<>();
    private int ignored;

    DirectoryWalk(
            FileFilter filter, boolean usesGitIgnore, SourceText.Form form, Consumer<Notification> notifications) {
        this.filter = filter;
        this.usesGitIgnore = usesGitIgnore;
        this.form = form;
        this.notifications = notifications;
    }

    /**
     * A directory to look into.
     *
     * @param display its name for people, ending in a slash; empty for the working directory
     * @param relative the same below the directory that the user named
     * @param ignorePath the same below the root of the ignore rules
     */
    private record Directory(
            Path path, String display, String relative, String ignorePath, IgnoreRules rules, boolean isBelowSrc) {}

    /**
     * Walks.
     *
     * @param display the directory's name for people
     */
    List<SourceFile> walk(Path root, String display) throws InterruptedException {
        String prefix = display.equals(".") ? "" : display.endsWith("/") ? display : display + "/";
        GitRepository.Position position =
                usesGitIgnore ? GitRepository.position(root, notifications) : GitRepository.NOWHERE;
        // Looks no further up than the repository: people keep whole projects in ~/src.
        boolean isBelowSrc = root.endsWith("src")
                || ("/" + position.path()).contains("/src/")
                || (!prefix.startsWith("/") && ("/" + prefix).contains("/src/"));
        pending.push(new Directory(root, prefix, "", position.path(), position.rules(), isBelowSrc));
        while (!pending.isEmpty()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            visit(pending.pop());
        }
        return found;
    }

    /** How many source files and directories were left out because a {@code .gitignore} says so. */
    int ignored() {
        return ignored;
    }

    private void visit(Directory directory) {
        List<Path> children = children(directory);
        if (children == null) {
            return;
        }
        Directory entered = withOwnRules(directory, children);
        List<Directory> below = new ArrayList<>();
        for (Path child : children) {
            String name = String.valueOf(child.getFileName());
            BasicFileAttributes attributes = attributes(child, entered.display + name);
            if (attributes == null) {
                continue;
            }
            if (attributes.isSymbolicLink()) {
                notifications.accept(Notification.info(
                        entered.display + name,
                        "The symbolic link is not followed; name what it leads to, to scan it."));
            } else if (attributes.isDirectory()) {
                if (isWanted(entered, child, name)) {
                    below.add(new Directory(
                            child,
                            entered.display + name + "/",
                            entered.relative + name + "/",
                            entered.ignorePath + name + "/",
                            entered.rules,
                            entered.isBelowSrc || name.equals("src")));
                }
            } else if (attributes.isRegularFile()) {
                addFile(entered, child, name);
            }
        }
        for (int i = below.size() - 1; i >= 0; i--) {
            pending.push(below.get(i));
        }
    }

    private void addFile(Directory directory, Path file, String name) {
        Language language = Languages.of(name);
        if (language == null || !filter.accepts(directory.display + name)) {
            return;
        }
        if (directory.rules.ignores(directory.ignorePath + name, false)) {
            ignored++;
            return;
        }
        found.add(new DiskSource(directory.display + name, directory.relative + name, language, file, form));
    }

    private boolean isWanted(Directory parent, Path child, String name) {
        if (NEVER.contains(name) || filter.excludesDirectory(parent.display + name)) {
            return false;
        }
        if (BUILD_OUTPUT.contains(name) && !parent.isBelowSrc && !holdsSources(child)) {
            return false;
        }
        if (parent.rules.ignores(parent.ignorePath + name, true)) {
            ignored++;
            return false;
        }
        return true;
    }

    /** A directory called "build" with sources right in it is a package: builds put generated ones deeper. */
    private static boolean holdsSources(Path directory) {
        try (DirectoryStream<Path> sources = Files.newDirectoryStream(directory, "*.java")) {
            return sources.iterator().hasNext();
        } catch (IOException | DirectoryIteratorException e) {
            return false;
        }
    }

    private Directory withOwnRules(Directory directory, List<Path> children) {
        if (!usesGitIgnore) {
            return directory;
        }
        Directory result = directory;
        boolean isRoot = directory.relative.isEmpty();
        for (Path child : children) {
            if (!isRoot && child.endsWith(".git")) {
                // A repository of its own: the rules around it do not reach into it.
                result = new Directory(
                        directory.path,
                        directory.display,
                        directory.relative,
                        "",
                        GitRepository.ownRules(directory.path),
                        directory.isBelowSrc);
            }
        }
        for (Path child : children) {
            if (child.endsWith(".gitignore") && Files.isRegularFile(child)) {
                IgnoreFile file = GitRepository.read(result.ignorePath, child, notifications);
                result = new Directory(
                        result.path,
                        result.display,
                        result.relative,
                        result.ignorePath,
                        result.rules.with(file),
                        result.isBelowSrc);
            }
        }
        return result;
    }

    private @Nullable List<Path> children(Directory directory) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory.path)) {
            stream.forEach(children::add);
        } catch (AccessDeniedException e) {
            return unreadable(directory, "permission denied");
        } catch (IOException e) {
            return unreadable(directory, e.toString());
        } catch (DirectoryIteratorException | UncheckedIOException e) {
            return unreadable(directory, String.valueOf(e.getCause()));
        }
        children.sort(java.util.Comparator.comparing(path -> String.valueOf(path.getFileName())));
        return children;
    }

    private @Nullable List<Path> unreadable(Directory directory, String why) {
        String shown = directory.display.isEmpty() ? "." : directory.display;
        notifications.accept(Notification.incomplete(shown, null, "The directory cannot be read: " + why + "."));
        return null;
    }

    private @Nullable BasicFileAttributes attributes(Path path, String display) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            notifications.accept(Notification.incomplete(display, null, "The file cannot be looked at: " + e + "."));
            return null;
        }
    }
}
