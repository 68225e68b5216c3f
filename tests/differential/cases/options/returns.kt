fun f(): Int = one()
fun g(): Int {
    return two()
}
fun h() {
    run { it + 1 }
    val k = { a: Int -> a * 2 }
}
