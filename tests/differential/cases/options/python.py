a == b
b == a
x == None
None == x
a and b
b and a
a and b and c
b and c and a
c and b and a
a or b or c
not a and b
x = 1
foo(x)
foo(1)
@foo(1)
def f(): pass
@bar
@foo(2)
def g(): pass
lambda: foo(3)
a & b & c
c & a
