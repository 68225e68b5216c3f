class Starter {
    void go(Runnable task) {
        // ruleid: thread-run-called
        new Thread(task).run();
        // ruleid: thread-run-called
        new Thread(task::run).run();
    }

    void quiet(Runnable task) {
        // ok: thread-run-called
        new Thread(task).start();
        // ok: thread-run-called
        task.run();
    }
}
