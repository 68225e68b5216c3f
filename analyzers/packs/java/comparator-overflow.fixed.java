class Sized implements Comparable<Sized> {
    int size;

    public int compareTo(Sized other) {
        // ruleid: comparator-overflow
        return Integer.compare(this.size, other.size);
    }

    int difference(Sized other) {
        // ok: comparator-overflow
        return size - other.size;
    }

    void sorted(List<Integer> numbers, List<Order> orders, List<String> words) {
        // ruleid: comparator-overflow
        numbers.sort((a, b) -> Integer.compare(b, a));
        // ruleid: comparator-overflow
        orders.stream().sorted((a, b) -> Integer.compare(a.total(), b.total())).toList();
        // ruleid: comparator-overflow
        Comparator<Integer> order = (left, right) -> Integer.compare(left, right);
        // ok: comparator-overflow
        words.sort((a, b) -> a.length() - b.length());
        // ok: comparator-overflow
        int rest = numbers.stream().reduce(0, (a, b) -> a - b);
        // ok: comparator-overflow
        numbers.sort((a, b) -> Integer.compare(a, b));
    }
}

class Longest implements Comparator<int[]> {
    public int compare(int[] first, int[] second) {
        if (first.length == second.length) {
            // ok: comparator-overflow
            return first.name().length() - second.name().length();
        }
        // ok: comparator-overflow
        return second.length - first.length;
    }
}
