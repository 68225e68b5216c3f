import java.util.Objects;

class Texts {
    private static final String NONE = new String("none");
    private String mode;

    boolean texts(String one, String other, Object thing, Kind kind, char letter, StringBuilder builder) {
        // ruleid: string-reference-inequality-variable
        if (one != other)
            return false;
        // ruleid: string-reference-inequality-variable
        if (this.mode != one)
            return false;
        // ruleid: string-reference-inequality-variable
        if (mode != one)
            return false;
        // ruleid: string-reference-inequality-variable
        if (one.trim() != other)
            return false;
        // ruleid: string-reference-inequality-variable
        if (one != builder.toString())
            return false;
        // ok: string-reference-inequality-variable
        if (one != null)
            return false;
        // ok: string-reference-inequality-variable
        if (one != NONE)
            return false;
        // ok: string-reference-inequality-variable
        if (thing != kind)
            return false;
        // ok: string-reference-inequality-variable
        if (one.charAt(0) != letter)
            return false;
        // ok: string-reference-inequality-variable
        return one != thing;
    }

    boolean quick(String one, String other) {
        // ok: string-reference-inequality-variable
        return one == other || (one != null && one.equals(other));
    }

    boolean slow(String one, String other) {
        // ok: string-reference-inequality-variable
        if (one != other) {
            return one.equals(other);
        }
        return true;
    }

    void interpolate(Model model, Model other) {
        String before = model.name();
        String after = replaced(before);
        // ok: string-reference-inequality-variable
        if (before != after) {
            model.rename(after);
        }
        before = model.path();
        after = replaced(before);
        // ok: string-reference-inequality-variable
        if (before != after) {
            model.move(after);
        }
    }
}
