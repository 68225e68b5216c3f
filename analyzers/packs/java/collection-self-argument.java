class Sets {
    boolean all(java.util.Set<String> seen, java.util.Set<String> wanted) {
        // ruleid: collection-self-argument
        if (seen.containsAll(seen)) {
            return true;
        }
        // ok: collection-self-argument
        return seen.containsAll(wanted);
    }
}

class CollectionGivenToItselfTest {
    void contract() {
        // ok: collection-self-argument
        assertTrue(names.equals(names));
        // ok: collection-self-argument
        Assert.assertFalse("it is", names.equals(names));
        // ok: collection-self-argument
        assertThat(names.equals(names)).isTrue();
        // ruleid: collection-self-argument
        boolean same = names.equals(names);
    }
}
