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
