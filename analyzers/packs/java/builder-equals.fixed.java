class Builders {
    void builders(StringBuilder one, StringBuilder other, AtomicInteger count, AtomicInteger more, Object thing, String text) {
        // ruleid: builder-equals
        one.toString().equals(other.toString());
        // ruleid: builder-equals
        count.toString().equals(more.toString());
        // ok: builder-equals
        one.equals(thing);
        // ok: builder-equals
        one.toString().equals(other.toString());
        // ok: builder-equals
        text.equals("a");
    }
}
