class A {
    void plain() {
        String a = source();
        sink(a);
        String b = clean(a);
        sink(b);
        sink(other(a));
        sink(a + "x");
        sink(a.field);
        sink(a.length());
        sink(a == "1");
        sink((Object) a);
        sink(new Box(a));
    }

    void branches(boolean flag) {
        String x = "ok";
        if (flag) {
            x = source();
        } else {
            x = "fine";
        }
        sink(x);
        x = "ok";
        sink(x);
    }

    void loops(List<String> items) {
        String x = "";
        for (String item : items) {
            sink(x);
            x += source();
        }
        sink(x);
    }

    void scrubbed() {
        String y = source();
        scrub(y);
        sink(y);
        String z = source();
        String w = both(z);
        sink(w);
        sink(both(source()));
    }

    void labels() {
        String one = source();
        String two = other_source();
        sink(one + two);
        needs_both(one + two);
        needs_both(one);
        not_other(one);
        not_other(one + two);
    }

    void propagators(Set items, Query query) {
        String text = source();
        items.add(text);
        sink(items);
        copy(text, target);
        sink(target);
    }

    Handle exits() {
        Handle handle = acquire();
        use(handle);
        return handle;
    }

    int released() {
        Handle handle = acquire();
        release(handle);
        return 1;
    }

    void early(boolean flag) {
        Handle handle = acquire();
        if (flag) {
            return;
        }
        release(handle);
    }

    void implicit() {
        Handle handle = acquire();
        use(handle);
    }

    void control(boolean flag) {
        log("start");
        dangerous_mode();
        if (flag) {
            act();
        }
        act();
    }

    void numbers(int n, boolean f, String s) {
        sink(n);
        sink(f);
        sink(s);
    }

    void wrapped() {
        String v = wrap(inner);
        sink(inner);
        sink(v);
    }
}
