class Durations {
    // ruleid: int-constant-overflow
    long month = 30L * 24 * 60 * 60 * 1000;
    // ok: int-constant-overflow
    long week = 7 * 24 * 60 * 60 * 1000;
    // ok: int-constant-overflow
    long good = 30L * 24 * 60 * 60 * 1000;
}
