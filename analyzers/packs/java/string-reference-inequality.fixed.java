class Name {
    boolean given(String name) {
        // ruleid: string-reference-inequality
        return !"".equals(name);
    }

    boolean quiet(String name, String other) {
        // ok: string-reference-inequality
        return name != null && !"".equals(name) && name != other;
    }
}
