class A {
  void f() {
    try {
      g();
    // ruleid: empty-catch
    } catch (IOException e) {
    }
    try {
      g();
    // ok: empty-catch
    } catch (IOException e) {
      // closing twice does no harm
    }
    try {
      g();
    // ok: empty-catch
    } catch (IOException ignored) { }
    try {
      g();
    // ok: empty-catch
    } catch (Exception e) { log(e); }
  }
}
