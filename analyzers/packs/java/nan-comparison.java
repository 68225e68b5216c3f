class Numbers {
    boolean none(double mean) {
        // ruleid: nan-comparison
        return mean == Double.NaN;
    }

    boolean good(double mean) {
        // ok: nan-comparison
        return Double.isNaN(mean);
    }
}
