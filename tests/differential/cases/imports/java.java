package q;
import a.b;
import a.b.C;
import a.b.*;
import static a.b.C.d;
import static a.b.*;
import a.bc;
class X { }
