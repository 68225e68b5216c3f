class Walk {
    void walk(int[] list) {
        // ruleid: loop-wrong-direction
        for (int i = 0; i < list.length; i--) {
            System.out.println(i);
        }
        // ruleid: loop-wrong-direction
        for (int i = list.length - 1; i >= 0; i++) {
            System.out.println(i);
        }
        // ok: loop-wrong-direction
        for (int i = 0; i < list.length; i++) {
            System.out.println(i);
        }
        // ok: loop-wrong-direction
        for (int i = list.length - 1; i >= 0; i--) {
            System.out.println(i);
        }
    }

    int firstFree(java.util.Set<Integer> taken) {
        // ok: loop-wrong-direction
        for (int i = 0; i >= 0; i++) {
            if (i > 9) break;
            System.out.println(i);
        }
        // ok: loop-wrong-direction
        for (int i = 1; i > 0; i++) {
            if (!taken.contains(i)) {
                return i;
            }
        }
        return 0;
    }
}
