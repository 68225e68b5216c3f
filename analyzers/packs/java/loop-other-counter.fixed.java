class Loops {
    void loops(int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            // ruleid: loop-other-counter
            for (int j = 0; j < columns; j++) {
                work(i, j);
            }
        }
        // ok: loop-other-counter
        for (int i = 0; i < rows; i++) {
            work(i, i);
        }
    }
}
