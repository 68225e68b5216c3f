import os, subprocess
from flask import request

def f(xs):
    c = request.args["c"]
    # ruleid: command-injection
    a = [os.system(c) for _ in xs]
    # ruleid: command-injection
    b = {1: os.system(c)}
    # ruleid: path-traversal
    with open("/srv/" + c) as g:
        pass
    # ruleid: command-injection
    assert os.system(c) == 0
    # ruleid: command-injection
    x = os.system(c) if xs else 0
    # ruleid: command-injection
    y = lambda: os.system(c)
    # ruleid: command-injection
    while os.system(c):
        break
    try:
        # ruleid: command-injection
        os.system(c)
    finally:
        # ruleid: command-injection
        os.system(c)
    match xs:
        case 1:
            # ruleid: command-injection
            os.system(c)
    # ruleid: command-injection
    if (n := os.system(c)) == 0:
        print(n)
    # ruleid: command-injection
    yield os.system(c)
    d, e = "a", c
    # ruleid: command-injection
    os.system(e)
    # ok: command-injection
    os.system(d)
    *_, last = ["a", c]
    # ruleid: command-injection
    os.system(last)
    # ruleid: command-injection
    os.system("".join(["a", c]))
    # ruleid: command-injection
    os.system(str(c.encode(), "utf-8"))
    # ruleid: command-injection
    os.system(dict(a=c)["a"])
    # ruleid: command-injection
    os.system(f"{c!s:>10}")
    # ok: command-injection
    os.system(f"{len(c)}")
    # ruleid: command-injection
    os.system(next(iter([c])))
    # ruleid: command-injection
    print(f"{os.system(c)}")
    # ruleid: command-injection
    return os.system(c) == 0
