class Arrays3 {
    void arrays(java.util.List<String> names) {
        // ruleid: to-array-cast
        String[] bad = names.toArray(new String[0]);
        // ok: to-array-cast
        String[] good = names.toArray(new String[0]);
        // ok: to-array-cast
        Object[] any = (Object[]) names.toArray();
    }
}
