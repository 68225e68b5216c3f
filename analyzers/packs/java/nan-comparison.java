class Numbers {
    boolean none(double mean) {
        // ruleid: nan-comparison
        return mean == Double.NaN;
    }

    boolean some(double mean) {
        // ruleid: nan-comparison
        return mean != Double.NaN;
    }

    boolean other(float mean) {
        // ruleid: nan-comparison
        return Float.NaN != mean;
    }

    boolean good(double mean) {
        // ok: nan-comparison
        return Double.isNaN(mean);
    }
}
