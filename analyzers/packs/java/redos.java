import java.util.regex.Pattern;

class Words {
    // ruleid: redos
    private static final Pattern NESTED = Pattern.compile("^(a+)+$");
    // ok: redos
    private static final Pattern GOOD = Pattern.compile("^[a-z]+$");

    void dots(String text) {
        // ruleid: redos
        Pattern.compile("^([a-z0-9]+\\.?)+@example$");
        // ruleid: redos
        text.matches("(.*a){20}");
        // ok: redos
        Pattern.compile("^([a-z0-9]+\\.)+[a-z]{2,}$");
        // ok: redos
        text.matches("[a-z]{20}");
    }

    void groups(String text) {
        // ruleid: redos
        Pattern.compile("^(([a-z])+.)+[A-Z]([a-z])+$");
        // ruleid: redos
        Pattern.compile("^(\\w+|\\d+)*#$");
        // ok: redos
        Pattern.compile("^(\\w+\\.)+[a-z]+$");
    }
}
