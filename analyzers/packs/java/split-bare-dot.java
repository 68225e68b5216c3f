class Versions {
    int major(String version) {
        // ruleid: split-bare-dot
        String[] parts = version.split(".");
        // ruleid: split-bare-dot
        return Integer.parseInt(version.split(".", 2)[0]) + parts.length;
    }

    int quiet(String version) {
        // ok: split-bare-dot
        String[] parts = version.split("\\.");
        // ok: split-bare-dot
        return parts.length + version.split(",").length;
    }
}
