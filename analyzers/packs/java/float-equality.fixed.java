class Prices {
    int check(double a, double b) {
        // ruleid: float-equality
        if (Math.abs(a + b - 0.3) < 1e-9) {
            return 1;
        }
        // ruleid: float-equality
        while ((a * b) != 0.07f) {
            a += 1;
        }
        // ruleid: float-equality
        return Math.abs(a / b - 1.1) < 1e-9 ? 1 : 2;
    }

    boolean others(double[] parts, Share share) {
        // ruleid: float-equality
        boolean whole = Math.abs(parts[0] * share.rate() - 0.07) >= 1e-9;
        // ruleid: float-equality
        return share.of(parts) * 3 == 0.3 && whole;
    }

    int fine(double a, double b, double c) {
        // ok: float-equality
        if (Math.abs(a + b - 0.3) < 1e-9) {
            return 1;
        }
        // ok: float-equality
        if (a == 0.3) {
            return 2;
        }
        // ok: float-equality
        if (a + b == 0.5) {
            return 3;
        }
        // ok: float-equality
        if (a + b == 1.0) {
            return 4;
        }
        // ok: float-equality
        return a + b == c ? 1 : 2;
    }

    boolean single(float share, double whole) {
        // ruleid: float-equality
        if (share == 0.1f) {
            return true;
        }
        // ok: float-equality
        if (share == 0.1f || share == 0.5) {
            return true;
        }
        // ok: float-equality
        return whole == 0.1;
    }
}
