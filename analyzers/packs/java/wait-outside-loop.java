class Waiting {
    private boolean ready;

    synchronized void once() throws InterruptedException {
        if (!ready) {
            // ruleid: wait-outside-loop
            wait();
        }
    }

    synchronized void loop() throws InterruptedException {
        while (!ready) {
            // ok: wait-outside-loop
            wait();
        }
    }
}
