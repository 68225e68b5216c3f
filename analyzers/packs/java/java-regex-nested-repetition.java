import java.util.regex.Pattern;

class Words {
    // ruleid: java-regex-nested-repetition
    private static final Pattern NESTED = Pattern.compile("^(a+)+$");
    // ok: java-regex-nested-repetition
    private static final Pattern GOOD = Pattern.compile("^[a-z]+$");

    void dots(String text) {
        // ruleid: java-regex-nested-repetition
        Pattern.compile("^([a-z0-9]+\\.?)+@example$");
        // ruleid: java-regex-nested-repetition
        text.matches("(.*a){20}");
        // ok: java-regex-nested-repetition
        Pattern.compile("^([a-z0-9]+\\.)+[a-z]{2,}$");
        // ok: java-regex-nested-repetition
        text.matches("[a-z]{20}");
    }

    void groups(String text) {
        // ruleid: java-regex-nested-repetition
        Pattern.compile("^(([a-z])+.)+[A-Z]([a-z])+$");
        // ruleid: java-regex-nested-repetition
        Pattern.compile("^(\\w+|\\d+)*#$");
        // ok: java-regex-nested-repetition
        Pattern.compile("^(\\w+\\.)+[a-z]+$");
    }
}
