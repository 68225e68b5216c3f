class Branches {
    int order(boolean up, String a, String b) {
        if (a.isEmpty()) {
            // ruleid: identical-branches
            return up ? a.compareTo(b) : a.compareTo(b);
        }
        // ruleid: identical-branches
        if (up) {
            return 1;
        } else {
            return 1;
        }
    }

    int good(boolean up, String a, String b) {
        // ok: identical-branches
        return up ? a.compareTo(b) : b.compareTo(a);
    }
}
