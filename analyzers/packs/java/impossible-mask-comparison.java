class Masks {
    boolean masks(int flags, int other) {
        // ruleid: impossible-mask-comparison
        boolean one = (flags & 4) == 1;
        // ruleid: impossible-mask-comparison
        boolean set = (flags & 0x0F) != 0x10;
        // ruleid: impossible-mask-comparison
        boolean none = (flags | 4) == 0;
        // ok: impossible-mask-comparison
        boolean four = (flags & 4) == 4;
        // ok: impossible-mask-comparison
        boolean low = (flags & 0xFF) == 0x7F;
        // ok: impossible-mask-comparison
        boolean all = (flags | 4) == 7;
        // ok: impossible-mask-comparison
        boolean clear = (flags & 4) == 0;
        // ok: impossible-mask-comparison
        return (flags & other) == 1;
    }
}
