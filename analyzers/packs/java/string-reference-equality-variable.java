import java.util.Objects;

class Texts {
    private static final String NONE = new String("none");
    private String mode;

    boolean texts(String one, String other, Object thing, Kind kind, char letter, StringBuilder builder) {
        // ruleid: string-reference-equality-variable
        if (one == other)
            return false;
        // ruleid: string-reference-equality-variable
        if (this.mode == one)
            return false;
        // ruleid: string-reference-equality-variable
        if (mode == one)
            return false;
        // ruleid: string-reference-equality-variable
        if (one.trim() == other)
            return false;
        // ruleid: string-reference-equality-variable
        if (one == builder.toString())
            return false;
        // ok: string-reference-equality-variable
        if (one == null)
            return false;
        // ok: string-reference-equality-variable
        if (one == NONE)
            return false;
        // ok: string-reference-equality-variable
        if (thing == kind)
            return false;
        // ok: string-reference-equality-variable
        if (one.charAt(0) == letter)
            return false;
        // ok: string-reference-equality-variable
        return one == thing;
    }

    boolean quick(String one, String other) {
        // ok: string-reference-equality-variable
        return one == other || (one != null && one.equals(other));
    }

    boolean slow(String one, String other) {
        // ok: string-reference-equality-variable
        if (one == other) {
            return true;
        }
        return one.equals(other);
    }

    int compare(String one, String other) {
        // ok: string-reference-equality-variable
        if (one == other) {
            return 0;
        } else if (one == null) {
            return -1;
        } else {
            return one.compareTo(other);
        }
    }
}
