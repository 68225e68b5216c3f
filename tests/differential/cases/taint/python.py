def plain():
    a = source()
    sink(a)
    b = clean(a)
    sink(b)
    sink(other(a))
    sink(a + "x")
    sink([a][0])
    sink({"k": a})
    sink(a.field)
    sink(a[0])
    sink(len(a))
    sink(a == 1)
    sink(not a)

def branches(flag):
    x = "ok"
    if flag:
        x = source()
    else:
        x = "fine"
    sink(x)
    x = "ok"
    sink(x)

def loops(items):
    x = ""
    for item in items:
        sink(x)
        x += source()
    while x:
        x = clean(x)
    sink(x)

def effects():
    fill(buffer)
    sink(buffer)
    scrub(buffer)
    sink(buffer)

def scrubbed():
    y = source()
    scrub(y)
    sink(y)
    z = source()
    w = both(z)
    sink(w)
    sink(both(source()))

def labels():
    one = source()
    two = other_source()
    sink(one + two)
    double(one, two)
    needs_both(one + two)
    needs_both(one)
    needs_both(two)
    not_other(one)
    not_other(one + two)

def propagators(items, query):
    text = source()
    items.add(text)
    sink(items)
    query.where(text)
    sink(query)
    copy(text, target)
    sink(target)

def wrapped():
    v = wrap(inner)
    sink(inner)
    sink(v)

def exits():
    handle = acquire()
    use(handle)
    return handle

def released():
    handle = acquire()
    release(handle)
    return 1

def early(flag):
    handle = acquire()
    if flag:
        return None
    release(handle)

def implicit():
    handle = acquire()
    use(handle)

def control(flag):
    log("start")
    dangerous_mode()
    if flag:
        act()
    act()

def before():
    act()
    dangerous_mode()

def params(p, q=1, *args, **kwargs):
    sink(p)
    sink(q)
    sink(args)

def unify(req, res):
    x = take(req)
    put(req, x)
    put(res, x)

def numbers():
    a = source()
    n = int(a)
    sink(n)
    sink(bool(a))
    sink(a > 1)
    sink(a[1])
    items = list()
    items[a] = 1
    sink(items)
    s = f"x{a}"
    sink(s)
    t = "%s" % a
    sink(t)
    u = "{}".format(a)
    sink(u)

def conditional(c):
    a = source()
    sink(a if c else "x")
    b = "y" if c else "x"
    sink(b)
    sink(a if a == 1 else "x")

def failing():
    x = "a"
    try:
        x = source()
        risky()
    except ValueError:
        sink(x)
    finally:
        sink(x)
    with open(source()) as handle:
        sink(handle)
