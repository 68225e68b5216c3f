class Threads {
    void end(Thread worker, Service service) {
        // ruleid: thread-stop
        worker.stop();
        // ok: thread-stop
        worker.interrupt();
        // ok: thread-stop
        service.stop();
    }
}
