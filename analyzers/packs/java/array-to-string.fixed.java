import java.util.Arrays;

class Arrays2 {
    String show(int[] ids, StringBuilder text) {
        // ruleid: array-to-string
        String shown = Arrays.toString(ids);
        // ok: array-to-string
        return shown + java.util.Arrays.toString(ids) + text.toString();
    }

    int hash(byte[] bytes) {
        // ruleid: array-to-string
        return Arrays.hashCode(bytes);
    }
}
