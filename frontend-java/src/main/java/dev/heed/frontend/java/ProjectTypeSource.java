package dev.heed.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.types.Hierarchy;
import dev.heed.frontend.java.types.ClassPath;
import dev.heed.frontend.java.types.JavaTypes;
import dev.heed.frontend.java.types.ProjectTypes;
import dev.heed.frontend.java.types.UnitResolver;
import java.io.IOException;

/** Types from the sources themselves, the class path, and the index of the JDK. */
final class ProjectTypeSource implements TypeSource {
    private final FrontEnd.Context context;
    private final ClassPath classPath;
    private final ProjectTypes.Builder project = new ProjectTypes.Builder();

    ProjectTypeSource(FrontEnd.Context context) {
        this.context = context;
        this.classPath = ClassPath.open(context.classPath(), context.notifications());
    }

    @Override
    public void declare(String path, CompilationUnit unit) {
        project.add(unit, path);
    }

    @Override
    public Resolved complete() {
        JavaTypes types = JavaTypes.of(project.build(), classPath);
        return new Resolved() {
            @Override
            public UnitResolver resolver(CompilationUnit unit) {
                return types.resolverFor(unit, "");
            }

            @Override
            public Hierarchy hierarchy() {
                return types.hierarchy();
            }
        };
    }

    @Override
    public void close() {
        try {
            classPath.close();
        } catch (IOException e) {
            context.notifications().accept(Notification.info(null, "The class path could not be closed: " + e + "."));
        }
    }
}
