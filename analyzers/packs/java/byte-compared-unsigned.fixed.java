class Bytes {
    boolean marker(byte b, int i) {
        // ruleid: byte-compared-unsigned
        if ((b & 0xFF) == 0xFF) {
            return true;
        }
        // ok: byte-compared-unsigned
        if (i == 0xFF) {
            return false;
        }
        // ok: byte-compared-unsigned
        return b == 0x1F;
    }
}
