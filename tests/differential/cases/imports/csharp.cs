using A;
using A.B;
using static A.B;
using C = A.B;
using AB;
class X { }
