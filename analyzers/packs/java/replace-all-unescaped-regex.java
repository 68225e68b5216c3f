class Names {
    String path(String name) {
        // ruleid: replace-all-unescaped-regex
        String first = name.replaceAll(".", "/");
        // ruleid: replace-all-unescaped-regex
        return first.replaceAll("|", "");
    }

    String quiet(String name) {
        // ok: replace-all-unescaped-regex
        String first = name.replace(".", "/");
        // ok: replace-all-unescaped-regex
        return first.replaceAll("\\.", "/").replaceAll("\\s+", " ");
    }
}
