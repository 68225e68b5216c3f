import java.util.ArrayList;
import java.util.List;

class Lists {
    void lists() {
        List<String> names = List.of("a");
        // ruleid: immutable-collection-modified
        names.add("b");
        List<String> copy = new ArrayList<>(List.of("a"));
        // ok: immutable-collection-modified
        copy.add("b");
    }

    void replaced(boolean more) {
        List<String> names = List.of();
        if (more) {
            names = new ArrayList<>();
            // ok: immutable-collection-modified
            names.add("b");
        }
    }

    void made(List<String> words) {
        // ruleid: immutable-collection-modified
        List.of("a").add("b");
        List<String> long_ = words.stream().filter(word -> word.length() > 9).toList();
        // ruleid: immutable-collection-modified
        long_.add("b");
        List<String> copy = List.copyOf(words);
        // ruleid: immutable-collection-modified
        copy.remove("b");
        List<String> own = new ArrayList<>(List.of("a"));
        // ok: immutable-collection-modified
        own.add("b");
        List<String> collected = words.stream().collect(Collectors.toList());
        // ok: immutable-collection-modified
        collected.add("b");
    }

    void streamed(String[] names) {
        List<String> list = Arrays.asList(names).stream().filter(n -> !n.isEmpty()).collect(Collectors.toList());
        // ok: immutable-collection-modified
        list.add("b");
    }

    private List<String> notes = Collections.emptyList();
    private static final List<String> KINDS = Collections.emptyList();

    void note(String text) {
        checkNotes();
        // ok: immutable-collection-modified
        notes.add(text);
        // ruleid: immutable-collection-modified
        KINDS.add(text);
    }

    static void insert(List<String> notes, String text) {
        // ok: immutable-collection-modified
        notes.add(text);
    }
}
