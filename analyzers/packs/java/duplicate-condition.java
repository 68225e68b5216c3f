class Chains {
    void chain(int kind) {
        // ruleid: duplicate-condition
        if (kind == 1) {
            work();
        } else if (kind == 1) {
            rest();
        }
        // ok: duplicate-condition
        if (kind == 1) {
            work();
        } else if (kind == 2) {
            rest();
        }
    }
}
