class Finder {
    void find(java.util.stream.Stream<String> names, String name) {
        // ruleid: optional-taken-unchecked
        names.filter(n -> n.isEmpty()).findFirst().get();
        // ruleid: optional-taken-unchecked
        Optional.ofNullable(name).get();
        // ok: optional-taken-unchecked
        names.findFirst().orElse("");
    }
}
