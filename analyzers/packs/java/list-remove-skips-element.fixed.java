class Lists {
    void clean(java.util.List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                // ruleid: list-remove-skips-element
                names.remove(i--);
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                // ok: list-remove-skips-element
                names.remove(i);
                i--;
            }
        }
    }
}
