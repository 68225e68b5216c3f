class Numbers {
    boolean none(double mean) {
        // ruleid: nan-comparison
        return Double.isNaN(mean);
    }

    boolean some(double mean) {
        // ruleid: nan-comparison
        return !Double.isNaN(mean);
    }

    boolean other(float mean) {
        // ruleid: nan-comparison
        return !Double.isNaN(mean);
    }

    boolean good(double mean) {
        // ok: nan-comparison
        return Double.isNaN(mean);
    }
}
