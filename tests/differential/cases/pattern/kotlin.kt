package a
import b.C
fun f(s: String, n: Int = 1): Int {
  val a = "q $s"
  var b = 1
  if (n == 1) { return 1 } else { foo.bar(a, 2) }
  for (x in y) { x.z() }
  b = 3
  Runtime.getRuntime().exec(s)
  val m = MessageDigest.getInstance("MD5")
  foo("const")
  if (a == a) { g() }
  d { it + 1 }
  e.g(k = 1)
  return b
}
class D : E() { fun m(p: String) { println(p) } }
