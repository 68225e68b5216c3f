import java.util.Arrays;

class Lists {
    void lists(int[] numbers, String[] names, byte[] key) {
        // ruleid: as-list-of-primitive-array
        Arrays.stream(numbers).boxed().toList();
        // ok: as-list-of-primitive-array
        Arrays.asList(names);
        // A value as databases take it
        // ok: as-list-of-primitive-array
        Arrays.asList(key);
    }
}
