import a.b
import a.b.c
import a.b._
import a.x.{d, e}
import a.b.{c => f}
import a.bc
object X { }
