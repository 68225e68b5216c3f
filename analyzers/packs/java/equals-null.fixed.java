class Nulls {
    boolean missing(String name) {
        // ruleid: equals-null
        return name == null;
    }

    boolean other(String name) {
        // ok: equals-null
        return name == null || name.equals("");
    }
}

class EqualsNullTest {
    void contract() {
        // ok: equals-null
        assertTrue(first.equals(null));
        // ok: equals-null
        Assert.assertFalse("it is", first.equals(null));
        // ok: equals-null
        assertThat(first.equals(null)).isTrue();
        // ruleid: equals-null
        boolean same = first == null;
    }
}
