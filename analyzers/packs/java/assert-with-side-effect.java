class Asserting {
    void check(java.util.Set<String> seen, String id) {
        // ruleid: assert-with-side-effect
        assert seen.add(id);
        // ok: assert-with-side-effect
        assert seen.contains(id);
    }
}
