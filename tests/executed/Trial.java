import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** What a program is given in its runs, and what comes to its sinks and functions. */
public class Trial implements HttpServletRequest {
    private static final int TURNS = 40;
    private static final int MOST_EACH = 3;
    private static final String MARK = "ZQ;x<y";
    private static final ThreadLocal<Trial> CURRENT = new ThreadLocal<>();

    private final Set<Integer> reached = new TreeSet<>();
    private final Set<Integer> entered = new TreeSet<>();
    private int turn;
    private final Random chosen = new Random(1);

    public interface Handler {
        void handle(HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    public static String of(Handler handler) throws Exception {
        Trial trial = new Trial();
        CURRENT.set(trial);
        for (trial.turn = 0; trial.turn < TURNS; trial.turn++) {
            handler.handle(trial, null);
        }
        return trial.reached + " " + trial.entered;
    }

    public static void sink(int line, String value) {
        if (value.toUpperCase().contains(MARK.substring(0, 2))) {
            CURRENT.get().reached.add(line);
        }
    }

    public static void entered(int line) {
        CURRENT.get().entered.add(line);
    }

    @Override
    public String getParameter(String name) {
        if (name.equals("q")) {
            return MARK;
        }
        boolean on = turn < 2 ? turn == 1 : chosen.nextBoolean();
        return on ? "x" : null;
    }

    @Override
    public String[] getParameterValues(String name) {
        return new String[turn < 2 ? turn * MOST_EACH : chosen.nextInt(MOST_EACH + 1)];
    }
}
