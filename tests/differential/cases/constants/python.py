NAME = "abc"
TWICE = "a"
TWICE = "abc"
NUMBER = 7


def of_the_module(given):
    foo(NAME)
    foo(TWICE)
    foo(NUMBER)
    foo(given)
    foo(UNKNOWN)


def operations():
    foo("a" + "bc")
    foo("a" + NAME)
    foo(3 + 4)
    foo(NUMBER - 1)
    foo(f"ab{NUMBER}")
    foo("ab" + str(7))


def branches(given):
    x = "abc"
    if given:
        x = "abc"
    foo(x)
    if given:
        x = "other"
    foo(x)
    if given:
        x = given
    foo(x)


def loops(given):
    x = "abc"
    for each in given:
        foo(x)
        x = "other"
    y = "abc"
    for y in given:
        foo(y)


def order(given):
    x = "abc"
    foo(x)
    x = given
    foo(x)
    x = "abc"
    foo(x)
    y = x
    foo(y)


def shadowed(NAME):
    foo(NAME)


def tried():
    x = "abc"
    try:
        x = bar()
    except Error:
        pass
    foo(x)


def truths():
    x = True
    foo(x)
    foo(True)
    y = False
    foo(y)


def chosen(given):
    x = "abc" if given else "abd"
    foo(x)


def changed():
    x = "abc"
    x += "d"
    foo(x)


foo(NAME)
foo(TWICE)
