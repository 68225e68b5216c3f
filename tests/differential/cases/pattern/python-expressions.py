a == b
b == a
a != b
a < b
a < b < c
a and b
b and a
a and b and c
a or b
not a
a is None
a is not None
a in b
a not in b
a + b + c
a + (b + c)
a * b
a % b
"%s" % a
"%s %s" % (a, b)
"a" + b
"a" + "b"
"{}".format(a)
f"{a}"
f"x{a}y{b}"
f"{a:>10}"
a if b else c
a[0]
a[1:2]
a[1:]
a[:]
a[b][c]
a.b.c
a().b
{**a, "b": 1}
{"a": 1, "b": 2}
{"b": 2, "a": 1}
{1, 2}
(1, 2)
1, 2
()
[]
[1, 2, 3]
[*a, b]
x = {"a": 1}
lambda a: a
lambda a, b=1: a
~a
-a
+a
a ** b
a // b
a @ b
a & b
a | b
a ^ b
a << b
1.0
1
0x10
16
1_000
1000
True
None
...
"abc"
'abc'
"""abc"""
b"abc"
r"abc"
"ab" "c"
(yield)
(a := b)
a, *b = c
print(a == a)
x == x
x.y == x.y
f(x) == f(x)
f(x) == f( x )
x[0] != x[0]
