foo(1)
foo(2)
foo("abc")
bar(foo(1))
def f():
    foo(3)
    bar(4)
def g():
    foo(5)
baz(1, 1)
foo(x)
foo(10)
# foo(1)
