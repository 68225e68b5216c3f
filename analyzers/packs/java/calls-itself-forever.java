class Delegate {
    private Delegate other;

    // ruleid: calls-itself-forever
    String getName() {
        return getName();
    }

    // ruleid: calls-itself-forever
    void setName(String name) {
        this.setName(name);
    }

    // ok: calls-itself-forever
    String getTitle() {
        return other.getTitle();
    }

    // ok: calls-itself-forever
    void setTitle(String title) {
        other.setTitle(title);
    }
}
