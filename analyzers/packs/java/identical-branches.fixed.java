class Branches {
    int order(boolean up, String a, String b) {
        if (a.isEmpty()) {
            // ruleid: identical-branches
            return a.compareTo(b);
        }
        // ruleid: identical-branches
        return 1;
    }

    int good(boolean up, String a, String b) {
        // ok: identical-branches
        return up ? a.compareTo(b) : b.compareTo(a);
    }
}
