class Semicolons {
    void run(boolean ready) {
        // ruleid: empty-statement-body
        if (ready)
        {
            work();
        }
        // ok: empty-statement-body
        if (ready) {
            work();
        }
    }
}
