class Masks {
    void masks(int bit) {
        // ruleid: long-from-int-shift
        long mask = 1 << bit;
        // ruleid: long-from-int-shift
        work(1 << 40);
        // ok: long-from-int-shift
        long good = 1L << bit;
        // ok: long-from-int-shift
        int small = 1 << bit;
    }
}
