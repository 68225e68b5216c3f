class Durations {
    // ruleid: constant-overflow
    long month = 30L * 24 * 60 * 60 * 1000;
    // ok: constant-overflow
    long week = 7 * 24 * 60 * 60 * 1000;
    // ok: constant-overflow
    long good = 30L * 24 * 60 * 60 * 1000;

    void days(int days, long longer) {
        // ruleid: constant-overflow
        long life = days * 24 * 60 * 60 * 1000;
        // ruleid: constant-overflow
        long year = 24L * 60 * 60 * 1000 * 365;
        // ruleid: constant-overflow
        long over = Integer.MAX_VALUE + 1;
        // ok: constant-overflow
        long own = days * 24L * 60 * 60 * 1000;
        // ok: constant-overflow
        long wide = longer * 24 * 60 * 60 * 1000;
        // ok: constant-overflow
        long right = Integer.MAX_VALUE + 1L;
        // ok: constant-overflow
        long cast = (long) Integer.MAX_VALUE + 1;
    }

    double terabytes(long bytes) {
        // ok: constant-overflow
        return bytes / ((double) 1024 * 1024 * 1024 * 1024);
    }
}
