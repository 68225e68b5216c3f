class Locks {
    private final String name = "lock";
    private Integer count = 0;
    private final Object lock = new Object();

    void locked() {
        // ruleid: synchronized-on-shared-value
        synchronized (name) {
            work();
        }
        // ruleid: synchronized-on-shared-value
        synchronized (count) {
            count++;
        }
        // ruleid: synchronized-on-shared-value
        synchronized (new Object()) {
            work();
        }
        // ok: synchronized-on-shared-value
        synchronized (lock) {
            work();
        }
    }
}
