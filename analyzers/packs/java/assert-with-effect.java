class Asserting {
    void check(java.util.Set<String> seen, String id) {
        // ruleid: assert-with-effect
        assert seen.add(id);
        // ok: assert-with-effect
        assert seen.contains(id);
    }
}
