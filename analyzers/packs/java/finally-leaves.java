class Leaving {
    int bad() {
        try {
            work();
        } finally {
            // ruleid: finally-leaves
            return 1;
        }
    }

    int good() {
        try {
            work();
        } finally {
            close();
        }
        // ok: finally-leaves
        return 1;
    }
}
