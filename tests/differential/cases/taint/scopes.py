def lambdas():
    a = source()
    f = lambda: sink(a)
    g = lambda b: sink(b)
    g(a)

def nested():
    a = source()
    def inner():
        sink(a)
    inner()

def fields(o):
    o.x = source()
    sink(o.x)
    sink(o.y)
    sink(o)
    o.x = ""
    sink(o.x)

def unpacking():
    a, b = source(), "b"
    sink(a)
    sink(b)
    c, d = source()
    sink(c)
    [e, *f] = source()
    sink(f)

