class Order {
    boolean after(String a, String b) {
        // ruleid: compare-to-exact-value
        return a.compareTo(b) > 0;
    }

    boolean before(String a, String b) {
        // ruleid: compare-to-exact-value
        return a.compareTo(b) == -1;
    }

    boolean good(String a, String b) {
        // ok: compare-to-exact-value
        return a.compareTo(b) > 0 || a.compareTo(b) == 0;
    }
}
