class Sleeping {
    void bad() {
        try {
            Thread.sleep(100);
        // ruleid: swallowed-interrupt
        } catch (InterruptedException e) {
        }
    }

    void good() {
        try {
            Thread.sleep(100);
        // ok: swallowed-interrupt
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
