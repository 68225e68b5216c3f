package a.b
import java.io.File
@RestController
class A(private val x: Int, y: String = "a") : B(x), C {
  val k = "abc"; var m: String? = null
  @GetMapping("/y") fun get(@RequestParam q: String, n: Int = 1): String {
    val c = conn.createStatement(); c.executeQuery("select " + q); c.executeQuery("select $q and ${q.x}")
    if (q == null) { foo() } else if (n > 1) bar() else { baz() }
    for (e in l) { foo(e) }; while (true) { break }
    try { foo() } catch (e: IOException) { bar(e) } finally { baz() }
    when (n) { 1 -> foo(); else -> bar() }
    val f = File("x"); val o = object : I { override fun m() {} }
    l.map { it + 1 }.filter { z -> z > 1 }; l.forEach({ foo(it) })
    val s = q ?: "d"; val t = m!!; val u = m?.length; val w = q as String; if (w is String) { }
    Runtime.getRuntime().exec("ls " + q); MessageDigest.getInstance("MD5"); Cipher.getInstance("DES/ECB")
    throw Exception("x" + q); return q
  }
  companion object { const val K = "k" }
}
fun String.ext(): Int = 1
data class D(val a: Int)
