class Store {
    // ruleid: finalizer-defined
    protected void finalize() {
        work();
    }

    // ok: finalizer-defined
    public void close() {
        work();
    }
}
