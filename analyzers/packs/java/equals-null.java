class Nulls {
    boolean missing(String name) {
        // ruleid: equals-null
        return name.equals(null);
    }

    boolean other(String name) {
        // ok: equals-null
        return name == null || name.equals("");
    }
}
