class Sizes {
    boolean any(java.util.List<String> names, String text) {
        // ruleid: size-never-negative
        if (names.size() > 0) {
            return true;
        }
        // ruleid: size-never-negative
        if (text.length() < 0) {
            return false;
        }
        // ok: size-never-negative
        return names.size() > 0;
    }
}
