class Counter {
    private volatile int hits;
    private int calls;

    void hit() {
        // ruleid: volatile-increment
        hits++;
    }

    void many(int n) {
        // ruleid: volatile-increment
        this.hits += n;
    }

    synchronized void guarded() {
        // ok: volatile-increment
        hits++;
    }

    void locked() {
        synchronized (this) {
            // ok: volatile-increment
            hits--;
        }
    }

    void call() {
        // ok: volatile-increment
        calls++;
    }
}
