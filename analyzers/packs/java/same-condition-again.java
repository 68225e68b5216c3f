class Chains {
    void chain(int kind) {
        // ruleid: same-condition-again
        if (kind == 1) {
            work();
        } else if (kind == 1) {
            rest();
        }
        // ok: same-condition-again
        if (kind == 1) {
            work();
        } else if (kind == 2) {
            rest();
        }
    }
}
