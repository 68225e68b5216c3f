class Numbers {
    boolean none(double mean) {
        // ruleid: nan-compared
        return Double.isNaN(mean);
    }

    boolean good(double mean) {
        // ok: nan-compared
        return Double.isNaN(mean);
    }
}
