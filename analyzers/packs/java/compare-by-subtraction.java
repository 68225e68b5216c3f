class Sized implements Comparable<Sized> {
    int size;

    public int compareTo(Sized other) {
        // ruleid: compare-by-subtraction
        return this.size - other.size;
    }

    int difference(Sized other) {
        // ok: compare-by-subtraction
        return size - other.size;
    }
}
