class Lazy {
    private static Lazy plain;
    private static volatile Lazy good;

    static Lazy plain() {
        // ruleid: double-checked-locking
        if (plain == null) {
            synchronized (Lazy.class) {
                if (plain == null) {
                    plain = new Lazy();
                }
            }
        }
        return plain;
    }

    static Lazy good() {
        // ok: double-checked-locking
        if (good == null) {
            synchronized (Lazy.class) {
                if (good == null) {
                    good = new Lazy();
                }
            }
        }
        return good;
    }
}
