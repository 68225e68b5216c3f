import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the folders that are given, each with the name of a class after it whose `main` is then called. */
public class GoldenRunner {
    private static final long MILLISECONDS = 15_000;
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        // What programs print is no answer.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        for (int at = 0; at < arguments.length; at += 2) {
            Path folder = Path.of(arguments[at]);
            String refused = refused(folder);
            out.println((refused != null ? refused : ran(folder, arguments[at + 1])).replace('\n', ' '));
        }
        out.flush();
        System.exit(0);
    }

    private static String refused(Path folder) throws IOException {
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        List<String> options = List.of("-nowarn", "-proc:none", "-d", folder.toString(), "-cp", folder.toString());
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(told, null, null);
                Stream<Path> paths = Files.walk(folder)) {
            Path[] sources = paths.filter(path -> path.toString().endsWith(".java")).toArray(Path[]::new);
            if (COMPILER.getTask(null, files, told, options, null, files.getJavaFileObjects(sources)).call()) {
                return null;
            }
        }
        for (Diagnostic<? extends JavaFileObject> each : told.getDiagnostics()) {
            if (each.getKind() == Diagnostic.Kind.ERROR) {
                return "refused " + each;
            }
        }
        return "refused";
    }

    private static String ran(Path folder, String name) throws Exception {
        String[] answer = {"endless"};
        URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        Thread thread = new Thread(() -> answer[0] = answerOf(loader, name));
        thread.setDaemon(true);
        thread.start();
        thread.join(MILLISECONDS);
        return answer[0];
    }

    private static String answerOf(ClassLoader loader, String name) {
        try {
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            return "passed";
        } catch (InvocationTargetException error) {
            return "failed " + error.getCause();
        } catch (ReflectiveOperationException | LinkageError error) {
            return "refused " + error;
        }
    }
}
