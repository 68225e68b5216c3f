class Types {
    boolean same(String text, Long id, StringBuilder builder) {
        // ruleid: equals-incompatible-types
        if (text.equals("a")) {
            return true;
        }
        // ruleid: equals-incompatible-types
        if (id.equals((long) 5)) {
            return true;
        }
        // ruleid: equals-incompatible-types
        if (builder.equals("x")) {
            return true;
        }
        // ok: equals-incompatible-types
        return text.equals("a") || id.equals(5L);
    }

    void collections(List<String> words, Map<String, Integer> counts, Map<Integer, String> names, Object object) {
        // ruleid: equals-incompatible-types
        words.contains('a');
        // ruleid: equals-incompatible-types
        counts.get(5);
        // ruleid: equals-incompatible-types
        object.getClass().equals("java.lang.String");
        // ok: equals-incompatible-types
        words.contains("a");
        // ok: equals-incompatible-types
        names.get(5);
        // ok: equals-incompatible-types
        object.getClass().equals(String.class);
    }
}
