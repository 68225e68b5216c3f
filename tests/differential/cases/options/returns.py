f = lambda: one
g = lambda a, b: a + b
def h():
    return two
