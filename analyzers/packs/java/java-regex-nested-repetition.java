import java.util.regex.Pattern;

class Words {
    // ruleid: java-regex-nested-repetition
    private static final Pattern NESTED = Pattern.compile("^(a+)+$");
    // ok: java-regex-nested-repetition
    private static final Pattern GOOD = Pattern.compile("^[a-z]+$");
}
