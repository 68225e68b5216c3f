class Threads {
    void end(Thread worker, Service service) {
        // ruleid: thread-stopped
        worker.interrupt();
        // ok: thread-stopped
        worker.interrupt();
        // ok: thread-stopped
        service.stop();
    }
}
