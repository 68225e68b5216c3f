class Masks {
    void masks(int bit) {
        // ruleid: shift-overflow
        long mask = 1L << bit;
        // ruleid: shift-overflow
        work(1L << 40);
        // ok: shift-overflow
        long good = 1L << bit;
        // ok: shift-overflow
        int small = 1 << bit;
    }
}
