class Buckets {
    int bucket(Object key, int n, int a) {
        if (n == 2) {
            // ruleid: negative-abs-hash
            return Math.abs(key.hashCode()) % n;
        }
        // ok: negative-abs-hash
        return Math.abs(a) % n;
    }
}
