class Masks {
    void masks(int bit) {
        // ruleid: shift-overflow
        long mask = 1 << bit;
        // ruleid: shift-overflow
        work(1 << 40);
        // ok: shift-overflow
        long good = 1L << bit;
        // ok: shift-overflow
        int small = 1 << bit;
    }
}
