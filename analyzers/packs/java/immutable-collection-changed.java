import java.util.ArrayList;
import java.util.List;

class Lists {
    void lists() {
        List<String> names = List.of("a");
        // ruleid: immutable-collection-changed
        names.add("b");
        List<String> copy = new ArrayList<>(List.of("a"));
        // ok: immutable-collection-changed
        copy.add("b");
    }

    void replaced(boolean more) {
        List<String> names = List.of();
        if (more) {
            names = new ArrayList<>();
            // ok: immutable-collection-changed
            names.add("b");
        }
    }

    void made(List<String> words) {
        // ruleid: immutable-collection-changed
        List.of("a").add("b");
        List<String> long_ = words.stream().filter(word -> word.length() > 9).toList();
        // ruleid: immutable-collection-changed
        long_.add("b");
        List<String> copy = List.copyOf(words);
        // ruleid: immutable-collection-changed
        copy.remove("b");
        List<String> own = new ArrayList<>(List.of("a"));
        // ok: immutable-collection-changed
        own.add("b");
        List<String> collected = words.stream().collect(Collectors.toList());
        // ok: immutable-collection-changed
        collected.add("b");
    }

    void streamed(String[] names) {
        List<String> list = Arrays.asList(names).stream().filter(n -> !n.isEmpty()).collect(Collectors.toList());
        // ok: immutable-collection-changed
        list.add("b");
    }

    private List<String> notes = Collections.emptyList();
    private static final List<String> KINDS = Collections.emptyList();

    void note(String text) {
        checkNotes();
        // ok: immutable-collection-changed
        notes.add(text);
        // ruleid: immutable-collection-changed
        KINDS.add(text);
    }

    static void insert(List<String> notes, String text) {
        // ok: immutable-collection-changed
        notes.add(text);
    }
}
