class A {
  static final String NAME = "abc";
  final String field = "abc";
  private String hidden = "abc";
  public String open = "abc";
  private static final int NUMBER = 7;

  void ofTheClass(String given) {
    foo(NAME);
    foo(field);
    foo(hidden);
    foo(open);
    foo(NUMBER);
    foo(this.field);
    foo(given);
  }

  void local(String given, boolean c) {
    String x = "a" + "bc";
    foo(x);
    String y;
    if (c) {
      y = "abc";
    } else {
      y = "abc";
    }
    foo(y);
    if (c) {
      y = "other";
    }
    foo(y);
    y = given;
    foo(y);
    foo(NAME + "d");
    foo((String) NAME);
  }

  void shadowed(String NAME) {
    foo(NAME);
  }
}
