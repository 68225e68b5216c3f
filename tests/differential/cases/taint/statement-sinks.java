class A {
    Foo kept;

    void declared() {
        String t = src();
        Foo p = x.make(t);
        p = x.make(
            t);
        this.kept = x.make(t);
        Foo fixed = x.make("a");
        Object o = x.make(t);
    }

    void called() {
        String t = src();
        x.send(t);
        int n = x.send(t);
        if (x.send(t)) { go(); }
        x.send("a");
    }

    void several() {
        String t = src();
        Foo q = make();
        int count = q.run(t);
    }

    void between() {
        String t = src();
        Foo q = make();
        go(t);
        int count = q.run(1);
    }

    void before() {
        String t = src();
        go(t);
        Foo q = make();
        int count = q.run(1);
    }

    void built() {
        String t = src();
        String a = "a";
        a += t;
        run(a);
        String b = "b";
        b += "c";
        run(b);
        run(t);
    }
}
