class Bytes {
    boolean marker(byte b, int i) {
        // ruleid: byte-comparison-out-of-range
        if (b == 0xFF) {
            return true;
        }
        // ok: byte-comparison-out-of-range
        if (i == 0xFF) {
            return false;
        }
        // ok: byte-comparison-out-of-range
        return b == 0x1F;
    }
}
