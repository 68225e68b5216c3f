class Names {
    String path(String name) {
        // ruleid: replace-all-bare-dot
        String first = name.replace(".", "/");
        // ruleid: replace-all-bare-dot
        return first.replace("|", "");
    }

    String quiet(String name) {
        // ok: replace-all-bare-dot
        String first = name.replace(".", "/");
        // ok: replace-all-bare-dot
        return first.replaceAll("\\.", "/").replaceAll("\\s+", " ");
    }
}
