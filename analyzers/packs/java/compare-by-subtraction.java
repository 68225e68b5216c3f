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

    void sorted(List<Integer> numbers, List<Order> orders, List<String> words) {
        // ruleid: compare-by-subtraction
        numbers.sort((a, b) -> b - a);
        // ruleid: compare-by-subtraction
        orders.stream().sorted((a, b) -> a.total() - b.total()).toList();
        // ruleid: compare-by-subtraction
        Comparator<Integer> order = (left, right) -> left - right;
        // ok: compare-by-subtraction
        words.sort((a, b) -> a.length() - b.length());
        // ok: compare-by-subtraction
        int rest = numbers.stream().reduce(0, (a, b) -> a - b);
        // ok: compare-by-subtraction
        numbers.sort((a, b) -> Integer.compare(a, b));
    }
}

class Longest implements Comparator<int[]> {
    public int compare(int[] first, int[] second) {
        if (first.length == second.length) {
            // ok: compare-by-subtraction
            return first.name().length() - second.name().length();
        }
        // ok: compare-by-subtraction
        return second.length - first.length;
    }
}
