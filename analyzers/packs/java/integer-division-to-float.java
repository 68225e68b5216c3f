class Shares {
    void shares(java.util.List<String> found, java.util.List<String> all) {
        // ruleid: integer-division-to-float
        double share = found.size() / all.size();
        // ruleid: integer-division-to-float
        double half = 1 / 2;
        // ruleid: integer-division-to-float
        long pages = (long) Math.ceil(found.size() / 10);
        // ok: integer-division-to-float
        double good = (double) found.size() / all.size();
        // ok: integer-division-to-float
        double third = 1.0 / 3;
    }
}
