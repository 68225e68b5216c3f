import os

def f():
    x = make()
    x.run()
    y = x
    y.run()
    make().run()
    z = make(1)
    z.run()
    z.path = other()
    z.path.run()

def g(flag):
    x = make()
    if flag:
        x = other()
    x.run()
    s = "a" + "b"
    eat(s)
    name = os.path
    eat(name)

@first
@second
def decorated():
    foo(1)
    bar(foo(2))
    if foo(3):
        foo(4)
        baz()
    while cond:
        foo(5)
    x = foo(6)
    return foo(7)

@second
@first
def swapped():
    open_it()
    for item in items:
        close_it()

class A(Base, Mixin):
    a = 1
    def m(self):
        return 1

def ids(a):
    a = 1
    use(a)
    def inner(a):
        use(a)

a | b | c
c | a | b
(a | b) | c
a | (b | c)
a ^ b
b ^ a
a & b & c
a + b + c
(a + b) + c
a * b * c
a and b and c
a and (b and c)
not (a or b)
f(a and b and c)
x = a or b or c or d
