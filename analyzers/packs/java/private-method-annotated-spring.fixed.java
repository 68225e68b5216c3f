class Service {
    // ruleid: private-method-annotated-spring
    @Transactional
    public void save() {
        work();
    }

    // ok: private-method-annotated-spring
    @Transactional
    public void store() {
        work();
    }
}
