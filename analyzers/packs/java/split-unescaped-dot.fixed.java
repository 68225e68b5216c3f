class Versions {
    int major(String version) {
        // ruleid: split-unescaped-dot
        String[] parts = version.split("\\.");
        // ruleid: split-unescaped-dot
        return Integer.parseInt(version.split("\\.", 2)[0]) + parts.length;
    }

    int quiet(String version) {
        // ok: split-unescaped-dot
        String[] parts = version.split("\\.");
        // ok: split-unescaped-dot
        return parts.length + version.split(",").length;
    }
}
