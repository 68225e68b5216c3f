class A {
    void f() {
        run(() -> one);
        run(a -> a + b);
        run(a -> { return two; });
    }
}
