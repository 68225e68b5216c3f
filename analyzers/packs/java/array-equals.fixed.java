import java.util.Arrays;
import java.util.List;

class Digests {
    boolean same(byte[] digest, byte[] expected) {
        // ruleid: array-equals
        return Arrays.equals(digest, expected);
    }

    boolean sameNames(List<String> names) {
        String[] sorted = names.toArray(new String[0]);
        // ruleid: array-equals
        return Arrays.equals(sorted, names);
    }

    boolean quiet(byte[] digest, byte[] expected, String[] names) {
        String first = names[0];
        // ok: array-equals
        return Arrays.equals(digest, expected) || names[0].equals("x") || first.equals("y");
    }
}
