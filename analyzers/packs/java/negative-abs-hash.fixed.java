class Buckets {
    int bucket(Object key, int n, int a) {
        if (n == 2) {
            // ruleid: negative-abs-hash
            return Math.floorMod(key.hashCode(), n);
        }
        // ok: negative-abs-hash
        return Math.abs(a) % n;
    }
}
