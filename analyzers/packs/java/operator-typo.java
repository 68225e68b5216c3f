class Sums {
    int sum(int[] prices) {
        int total = 0;
        for (int price : prices) {
            // ruleid: operator-typo
            total =+ price;
        }
        // ok: operator-typo
        total += 1;
        return total;
    }
}
