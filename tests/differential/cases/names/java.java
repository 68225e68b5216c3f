import java.util.Collections;
import java.util.Random;
import static java.lang.Math.max;
import static java.util.Collections.*;
import java.security.*;

class A {
  void f() {
    Collections.sort(a);
    java.util.Collections.sort(a);
    sort(a);
    max(1, 2);
    Math.max(1, 2);
    Random r = new Random(1);
    new java.util.Random();
    r.nextInt(3);
    Runtime.getRuntime().exec("ls");
    java.lang.Runtime.getRuntime().exec("ls");
  }
}
