class Masks {
    boolean masks(int flags, int other) {
        // ruleid: mask-never-equal
        boolean one = (flags & 4) == 1;
        // ruleid: mask-never-equal
        boolean set = (flags & 0x0F) != 0x10;
        // ruleid: mask-never-equal
        boolean none = (flags | 4) == 0;
        // ok: mask-never-equal
        boolean four = (flags & 4) == 4;
        // ok: mask-never-equal
        boolean low = (flags & 0xFF) == 0x7F;
        // ok: mask-never-equal
        boolean all = (flags | 4) == 7;
        // ok: mask-never-equal
        boolean clear = (flags & 4) == 0;
        // ok: mask-never-equal
        return (flags & other) == 1;
    }
}
