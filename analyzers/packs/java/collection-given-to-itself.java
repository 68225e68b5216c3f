class Sets {
    boolean all(java.util.Set<String> seen, java.util.Set<String> wanted) {
        // ruleid: collection-given-to-itself
        if (seen.containsAll(seen)) {
            return true;
        }
        // ok: collection-given-to-itself
        return seen.containsAll(wanted);
    }
}

class CollectionGivenToItselfTest {
    void contract() {
        // ok: collection-given-to-itself
        assertTrue(names.equals(names));
        // ok: collection-given-to-itself
        Assert.assertFalse("it is", names.equals(names));
        // ok: collection-given-to-itself
        assertThat(names.equals(names)).isTrue();
        // ruleid: collection-given-to-itself
        boolean same = names.equals(names);
    }
}
