foo(request)
foo(bar(request))
foo(bar(1))
foo(x + bar(2))
foo("abc def")
foo('abc def')
foo("x abc def")
foo(a, b)


class Outer:
    def method(self, one):
        kept = first()
        return one

    def other(self):
        return 2


def alone(two):
    return two
