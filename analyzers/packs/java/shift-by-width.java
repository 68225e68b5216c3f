class Shifts {
    int f(int value, long bits, byte small) {
        // ruleid: shift-by-width
        int one = value >>> 32;
        // ruleid: shift-by-width
        long two = bits << 64;
        // ruleid: shift-by-width
        int three = value << -1;
        // ok: shift-by-width
        long four = bits >>> 32;
        // ok: shift-by-width
        int five = value << 31;
        // ok: shift-by-width
        long six = 1L << 63;
        // ruleid: shift-by-width
        int seven = 1 << 32;
        // ok: shift-by-width
        return one + three + five + (value << small) + (int) (two + four);
    }
}
