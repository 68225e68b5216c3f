class Service {
    // ruleid: private-method-annotated-spring
    @Transactional
    private void save() {
        work();
    }

    // ok: private-method-annotated-spring
    @Transactional
    public void store() {
        work();
    }
}
