class Loops {
    void loops(int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            // ruleid: loop-wrong-counter
            for (int j = 0; j < columns; i++) {
                work(i, j);
            }
        }
        // ok: loop-wrong-counter
        for (int i = 0; i < rows; i++) {
            work(i, i);
        }
    }
}
