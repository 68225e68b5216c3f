class Buckets {
    int bucket(Object key, int n, int a) {
        if (n == 2) {
            // ruleid: hash-abs-negative
            return Math.abs(key.hashCode()) % n;
        }
        // ok: hash-abs-negative
        return Math.abs(a) % n;
    }
}
