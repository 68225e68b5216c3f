import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the classes of a folder whose names come in, those of a line at once, and runs those that have a `run`. */
public class Runner {
    private static final long MILLISECONDS = 2000;
    private static final int MOST_COMPILATIONS = 8;
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        PrintStream out = System.out;
        // What programs print is no answer.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            List<String> names = Arrays.asList(line.split(" "));
            Map<String, String> errors = compiled(folder, names);
            for (String name : names) {
                String error = errors.get(name);
                out.println(error != null ? "error " + error : ran(loader, name));
            }
            out.flush();
        }
        System.exit(0);
    }

    /** The errors of those that cannot be compiled; without them the others are compiled again. */
    private static Map<String, String> compiled(Path folder, List<String> names) throws IOException {
        Map<String, String> errors = new HashMap<>();
        List<String> options = new ArrayList<>(List.of("-nowarn", "-proc:none", "-Xmaxerrs", "10000"));
        options.addAll(List.of("-d", folder.toString(), "-cp", folder.toString()));
        List<String> left = new ArrayList<>(names);
        for (int turn = 0; turn < MOST_COMPILATIONS && !left.isEmpty(); turn++) {
            DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
            try (StandardJavaFileManager files = COMPILER.getStandardFileManager(told, null, null)) {
                File[] sources = left.stream().map(name -> folder.resolve(name + ".java").toFile()).toArray(File[]::new);
                boolean good = COMPILER.getTask(null, files, told, options, null, files.getJavaFileObjects(sources)).call();
                if (good) {
                    return errors;
                }
            }
            for (Diagnostic<? extends JavaFileObject> each : told.getDiagnostics()) {
                if (each.getKind() == Diagnostic.Kind.ERROR && each.getSource() != null) {
                    String name = Path.of(each.getSource().getName()).getFileName().toString().replace(".java", "");
                    errors.putIfAbsent(name, oneLine(each.getMessage(null)));
                }
            }
            left.removeIf(errors::containsKey);
        }
        left.forEach(name -> errors.put(name, "others cannot be compiled"));
        return errors;
    }

    private static String ran(ClassLoader loader, String name) throws InterruptedException {
        String[] answer = {"error too long"};
        Thread thread = new Thread(() -> answer[0] = answerOf(loader, name));
        thread.setDaemon(true);
        thread.start();
        thread.join(MILLISECONDS);
        return answer[0];
    }

    private static String answerOf(ClassLoader loader, String name) {
        try {
            return "ran " + loader.loadClass(name).getMethod("run").invoke(null);
        } catch (InvocationTargetException error) {
            return "error " + oneLine(String.valueOf(error.getCause()));
        } catch (ReflectiveOperationException | LinkageError error) {
            return "error " + oneLine(String.valueOf(error));
        }
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }
}
