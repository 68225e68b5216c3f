class Semicolons {
    void run(boolean ready) {
        // ruleid: empty-if-statement
        if (ready);
        {
            work();
        }
        // ok: empty-if-statement
        if (ready) {
            work();
        }
    }
}
