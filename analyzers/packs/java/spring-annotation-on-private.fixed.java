class Service {
    // ruleid: spring-annotation-on-private
    @Transactional
    public void save() {
        work();
    }

    // ok: spring-annotation-on-private
    @Transactional
    public void store() {
        work();
    }
}
