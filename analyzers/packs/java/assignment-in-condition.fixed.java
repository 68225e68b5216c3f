class Conditions {
    void check(boolean found) {
        // ruleid: assignment-in-condition
        if (found == true) {
            work();
        }
        // ok: assignment-in-condition
        if (found) {
            found = false;
        }
    }
}
