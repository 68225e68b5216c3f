import java.util.Objects;

class Texts {
    private static final String NONE = new String("none");
    private String mode;

    boolean texts(String one, String other, Object thing, Kind kind, char letter, StringBuilder builder) {
        // ruleid: string-variable-equality
        if (one == other)
            return false;
        // ruleid: string-variable-equality
        if (this.mode == one)
            return false;
        // ruleid: string-variable-equality
        if (mode == one)
            return false;
        // ruleid: string-variable-equality
        if (one.trim() == other)
            return false;
        // ruleid: string-variable-equality
        if (one == builder.toString())
            return false;
        // ok: string-variable-equality
        if (one == null)
            return false;
        // ok: string-variable-equality
        if (one == NONE)
            return false;
        // ok: string-variable-equality
        if (thing == kind)
            return false;
        // ok: string-variable-equality
        if (one.charAt(0) == letter)
            return false;
        // ok: string-variable-equality
        return one == thing;
    }

    boolean quick(String one, String other) {
        // ok: string-variable-equality
        return one == other || (one != null && one.equals(other));
    }

    boolean slow(String one, String other) {
        // ok: string-variable-equality
        if (one == other) {
            return true;
        }
        return one.equals(other);
    }

    int compare(String one, String other) {
        // ok: string-variable-equality
        if (one == other) {
            return 0;
        } else if (one == null) {
            return -1;
        } else {
            return one.compareTo(other);
        }
    }
}
