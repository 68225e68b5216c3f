class Delegate {
    private Delegate other;

    // ruleid: infinite-recursion
    String getName() {
        return getName();
    }

    // ruleid: infinite-recursion
    void setName(String name) {
        this.setName(name);
    }

    // ok: infinite-recursion
    String getTitle() {
        return other.getTitle();
    }

    // ok: infinite-recursion
    void setTitle(String title) {
        other.setTitle(title);
    }
}
