class A {
    int a = 1;

    @First
    @Second
    void f() {
        Thing x = make();
        x.run();
        make().run();
        String s = "a" + "b";
        eat(s);
    }

    @Second
    @First
    void g(boolean flag) {
        Thing x = make();
        if (flag) {
            x = other();
        }
        x.run();
        foo(1);
        bar(foo(2));
        if (foo(3)) {
            foo(4);
            baz();
        }
        boolean y = foo(6);
        while (foo(8)) { baz(); }
        for (foo(9); foo(10); foo(11)) { baz(); }
        switch (foo(12)) { default: baz(); }
        openIt();
        for (Item item : items) {
            closeIt();
        }
        z = a | b | c;
        z = c | a | b;
        z = (a | b) | c;
        z = a | (b | c);
        z = a ^ b;
        z = a && b && c;
        z = a && (b && c);
        z = a + b + c;
        if (flag) { throw foo(13); }
        return foo(14);
    }
}
