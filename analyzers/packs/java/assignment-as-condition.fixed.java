class Conditions {
    void check(boolean found) {
        // ruleid: assignment-as-condition
        if (found == true) {
            work();
        }
        // ok: assignment-as-condition
        if (found) {
            found = false;
        }
    }
}
