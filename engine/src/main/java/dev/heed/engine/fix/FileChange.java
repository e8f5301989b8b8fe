package dev.heed.engine.fix;

import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a file.
 *
 * @param file as it was given to the run, still unchanged where it lies
 * @param id identifies the content that the change was made from; null if the file has changed since, so that nothing must be
 *     written
 * @param before the text that was fixed
 * @param after the text with its fixes
 */
public record FileChange(SourceFile file, @Nullable ContentId id, String before, String after) {}
