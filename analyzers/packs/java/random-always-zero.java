class Die {
    int roll() {
        // ruleid: random-always-zero
        return (int) Math.random() * 6 + 1;
    }

    int fair() {
        // ok: random-always-zero
        return (int) (Math.random() * 6) + 1;
    }
}
