package q
import a.b
import a.b.C
import a.b.*
import a.b.C as D
import a.bc
import a
import x.a.b
fun f() { }
