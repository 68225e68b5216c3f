class Walk {
    void walk(int[] list) {
        // ruleid: loop-wrong-direction
        for (int i = 0; i < list.length; i++) {
            System.out.println(i);
        }
        // ruleid: loop-wrong-direction
        for (int i = list.length - 1; i >= 0; i--) {
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
}
