package dev.heed.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.types.Hierarchy;
import dev.heed.frontend.java.types.UnitResolver;

/** What the front end asks of names and types: first all files are declared, then each is resolved. */
interface TypeSource extends AutoCloseable {

    /** Opens the types of a scan. */
    interface Factory {
        TypeSource open(FrontEnd.Context context);
    }

    /** Takes what a file declares; nothing of the tree is kept. From any thread. */
    void declare(String path, CompilationUnit unit);

    /** All files are declared. */
    Resolved complete();

    @Override
    void close();

    /** Names and types of the whole project. From any thread. */
    interface Resolved {

        /** For one file and one thread. */
        UnitResolver resolver(CompilationUnit unit);

        Hierarchy hierarchy();
    }
}
