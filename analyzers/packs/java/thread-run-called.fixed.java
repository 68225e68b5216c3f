class Starter {
    void go(Runnable task) {
        // ruleid: thread-run-called
        new Thread(task).start();
        // ruleid: thread-run-called
        new Thread(task::run).start();
    }

    void quiet(Runnable task) {
        // ok: thread-run-called
        new Thread(task).start();
        // ok: thread-run-called
        task.run();
    }
}
