class Finder {
    void find(java.util.stream.Stream<String> names, String name) {
        // ruleid: optional-taken-unchecked
        names.filter(n -> n.isEmpty()).findFirst().orElseThrow();
        // ruleid: optional-taken-unchecked
        Optional.ofNullable(name).orElseThrow();
        // ok: optional-taken-unchecked
        names.findFirst().orElse("");
    }
}
