class Store {
    // ruleid: finalizer
    protected void finalize() {
        work();
    }

    // ok: finalizer
    public void close() {
        work();
    }
}
