class Types {
    boolean same(String text, Long id, StringBuilder builder) {
        // ruleid: equals-of-other-type
        if (text.equals("a")) {
            return true;
        }
        // ruleid: equals-of-other-type
        if (id.equals((long) 5)) {
            return true;
        }
        // ruleid: equals-of-other-type
        if (builder.equals("x")) {
            return true;
        }
        // ok: equals-of-other-type
        return text.equals("a") || id.equals(5L);
    }
}
