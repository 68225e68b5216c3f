class Types {
    boolean same(String text, Long id, StringBuilder builder) {
        // ruleid: equals-of-other-type
        if (text.equals('a')) {
            return true;
        }
        // ruleid: equals-of-other-type
        if (id.equals(5)) {
            return true;
        }
        // ruleid: equals-of-other-type
        if (builder.equals("x")) {
            return true;
        }
        // ok: equals-of-other-type
        return text.equals("a") || id.equals(5L);
    }

    void collections(List<String> words, Map<String, Integer> counts, Map<Integer, String> names, Object object) {
        // ruleid: equals-of-other-type
        words.contains('a');
        // ruleid: equals-of-other-type
        counts.get(5);
        // ruleid: equals-of-other-type
        object.getClass().equals("java.lang.String");
        // ok: equals-of-other-type
        words.contains("a");
        // ok: equals-of-other-type
        names.get(5);
        // ok: equals-of-other-type
        object.getClass().equals(String.class);
    }
}
