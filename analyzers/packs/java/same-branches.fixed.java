class Branches {
    int order(boolean up, String a, String b) {
        if (a.isEmpty()) {
            // ruleid: same-branches
            return a.compareTo(b);
        }
        // ruleid: same-branches
        return 1;
    }

    int good(boolean up, String a, String b) {
        // ok: same-branches
        return up ? a.compareTo(b) : b.compareTo(a);
    }
}
