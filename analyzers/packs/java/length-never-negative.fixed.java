class Sizes {
    boolean any(java.util.List<String> names, String text) {
        // ruleid: length-never-negative
        if (names.size() > 0) {
            return true;
        }
        // ruleid: length-never-negative
        if (text.length() < 0) {
            return false;
        }
        // ok: length-never-negative
        return names.size() > 0;
    }
}
