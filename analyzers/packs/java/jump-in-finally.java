class Leaving {
    int bad() {
        try {
            work();
        } finally {
            // ruleid: jump-in-finally
            return 1;
        }
    }

    int good() {
        try {
            work();
        } finally {
            close();
        }
        // ok: jump-in-finally
        return 1;
    }
}
