import java.util.Objects;

class Texts {
    private static final String NONE = new String("none");
    private String mode;

    boolean texts(String one, String other, Object thing, Kind kind, char letter, StringBuilder builder) {
        // ruleid: string-variable-inequality
        if (one != other)
            return false;
        // ruleid: string-variable-inequality
        if (this.mode != one)
            return false;
        // ruleid: string-variable-inequality
        if (mode != one)
            return false;
        // ruleid: string-variable-inequality
        if (one.trim() != other)
            return false;
        // ruleid: string-variable-inequality
        if (one != builder.toString())
            return false;
        // ok: string-variable-inequality
        if (one != null)
            return false;
        // ok: string-variable-inequality
        if (one != NONE)
            return false;
        // ok: string-variable-inequality
        if (thing != kind)
            return false;
        // ok: string-variable-inequality
        if (one.charAt(0) != letter)
            return false;
        // ok: string-variable-inequality
        return one != thing;
    }

    boolean quick(String one, String other) {
        // ok: string-variable-inequality
        return one == other || (one != null && one.equals(other));
    }

    boolean slow(String one, String other) {
        // ok: string-variable-inequality
        if (one != other) {
            return one.equals(other);
        }
        return true;
    }

    void interpolate(Model model, Model other) {
        String before = model.name();
        String after = replaced(before);
        // ok: string-variable-inequality
        if (before != after) {
            model.rename(after);
        }
        before = model.path();
        after = replaced(before);
        // ok: string-variable-inequality
        if (before != after) {
            model.move(after);
        }
    }
}
