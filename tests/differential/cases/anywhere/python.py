import os

foo(a)
foo(b)
foo(c)


def f():
    bar(a)
    both(c, 1)
    both(c, 2)
    foo(b)  # here


def g():
    foo(a)
    bar(b)
    both(b, 2)
