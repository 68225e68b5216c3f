class Die {
    int roll() {
        // ruleid: random-cast-to-zero
        return (int) (Math.random() * 6) + 1;
    }

    int fair() {
        // ok: random-cast-to-zero
        return (int) (Math.random() * 6) + 1;
    }
}
