class Sleeping {
    void bad() {
        try {
            Thread.sleep(100);
        // ruleid: interruption-swallowed
        } catch (InterruptedException e) { Thread.currentThread().interrupt(); }
    }

    void good() {
        try {
            Thread.sleep(100);
        // ok: interruption-swallowed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
