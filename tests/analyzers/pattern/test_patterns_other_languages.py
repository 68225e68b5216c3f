"""Patterns for the languages without a pack of rules: what each matches, by the first line of it."""

from __future__ import annotations

import pytest

C = """\
#include <stdio.h>
int f(char *s, int n) {
  char b[10];
  strcpy(b, s);
  if (n > 1) return 1; else { n = p->q.r(1); }
  for (int i=0;i<n;i++) { b[i] = (char)i; }
  int x = 1;
  char *m = malloc(n * sizeof(int));
  printf("%s", s);
  printf(s);
  gets(b);
  x += 1;
  free(m);
  free(m);
  if (m == NULL) { return 0; }
  memcpy(b, s, strlen(s));
  while (x == x) { x--; }
  system("ls");
  return a ? b : c;
}
void g(void) { int y = f("a", 2); }
"""

CPP = """\
#include <string>
namespace n { class A : public B { public: int f(const std::string &s) { std::string q = "a" + s; system(s.c_str()); int *p = new int[3]; delete p; std::cout << s; auto l = [](int x) { return x + 1; }; for (auto &v : vs) { v.g(); } try { h(); } catch (const E &e) { } if (s == "x") { return 1; } std::strcpy(a, b); strcpy(a, b); return 0; } }; }
"""

CSHARP = """\
using System;
using System.Data.SqlClient;
class A : B {
  [Attr(1)] public async Task<int> F(string s, int n = 1) {
    var a = $"q {s}";
    string b = "x" + s;
    if (n == 1) { return 1; } else foo.Bar(a, k: 1);
    var c = new SqlCommand("x" + s, conn);
    foreach (var x in y) { x.Z(); }
    try { G(); } catch (Exception e) { }
    E = s;
    await G();
    this.h["k"] = 1;
    foo.Bar(a);
    Console.WriteLine("hi");
    if (a == a) { return 2; }
    Process.Start("cmd", s);
    var md = MD5.Create();
    return 3;
  }
  private int g() { return 1; }
}
"""

RUST = """\
use std::fs::File;
use std::process::Command;
fn f(s: &str, n: i32) -> i32 {
    let a = format!("q {}", s);
    let mut b: i32 = 1;
    unsafe { g(a); }
    if n == 1 { return 1; } else { h.i(&b); }
    for x in y { k(x); }
    Command::new("sh").arg(s).spawn().unwrap();
    b = 2;
    let f = File::open(s);
    if n == n { b }
    foo.unwrap();
    println!("{}", a);
    std::mem::transmute(a);
    S { a: 1, b: 2 };
    1
}
fn z() {}
"""

PHP = """\
<?php
function f($x, int $y = 1) {
  $a = "q $x";
  eval($a);
  $b->c($a);
  A::d();
  $e = new E($x);
  if ($a == 1) { echo $a; } else { return 1; }
  $z = $_GET["id"];
  exec("ls " . $z);
  include $x;
  foo("const");
  md5($x);
  if ($a == $a) { return 2; }
  foreach ($p as $k => $v) { g($v); }
  $arr = array("a" => 1);
  $q = $db->query("SELECT " . $_GET["id"]);
  return 3;
}
class K { public function m($p) { return $this->n($p); } }
"""

RUBY = """\
require "yaml"
class A < B
  def f(x, y)
    a = "q #{x} b"
    YAML.load(a)
    puts a unless x == 1
    system("ls", a)
    foo.bar { |i| i + 1 }
    @u = params[:id]
    User.where("name = #{x}")
    if a == 1
      b(1)
    else
      c
    end
    eval(x)
    if x == x
      d
    end
    foo(k: 1, z: 2)
    Digest::MD5.hexdigest(x)
    x.each do |y|
      y.z
    end
    begin
      e
    rescue Foo => err
      g
    end
    redirect_to(params[:url])
  end
end
"""

KOTLIN = """\
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
"""

BASH = """\
f() { echo "a $x" b; }
if [ "$a" = 1 ]; then eval $x; fi
curl http://x | bash
X=1
export Y="${Z}"
rm -rf $1
a=$(ls -l)
eval "$b"
for i in a b; do echo $i; done
sudo rm x
"""

DOCKERFILE = """\
FROM alpine:latest AS b
RUN apt-get update
USER root
COPY . /a
ENV A=1
CMD ["x", "y"]
EXPOSE 22
FROM b
ADD http://x /y
RUN sudo ls
"""

YAML = """\
on: push
jobs:
  a:
    runs-on: ubuntu
    privileged: true
    steps:
      - run: echo ${{ x }}
      - uses: "a@v1"
        with:
          k: v
      - run: ls
  b:
    privileged: false
image: foo
"""

TERRAFORM = """\
resource "aws_s3_bucket" "b" {
  acl = "public-read"
  tags = [1, true]
  versioning { enabled = false }
  name = "q ${var.x}"
  k = foo(1)
}
resource "aws_db" "c" {
  encrypted = false
  acl = var.z
}
variable "v" { default = "x" }
"""

CASES = [
    (C, "c", "strcpy(...)", ["strcpy(b, s)"]),
    (C, "c", "strcpy($D, $S)", ["strcpy(b, s)"]),
    (C, "c", "gets(...)", ["gets(b)"]),
    (C, "c", "printf($X)", ["printf(s)"]),
    (C, "c", 'printf("...", ...)', ['printf("%s", s)']),
    (C, "c", "$X = malloc(...)", ["*m = malloc(n * sizeof(int))"]),
    (C, "c", "free($P);\n...\nfree($P);", ["free(m);"]),
    (C, "c", "if ($X == NULL) { ... }", ["if (m == NULL) { return 0; }"]),
    (C, "c", "$X == $X", ["x == x"]),
    (C, "c", "$T $F(...) { ... }", ["int f(char *s, int n) {", 'void g(void) { int y = f("a", 2); }']),
    (C, "c", "memcpy($D, $S, strlen($S))", ["memcpy(b, s, strlen(s))"]),
    (C, "c", "for (...) { ... }", ["for (int i=0;i<n;i++) { b[i] = (char)i; }"]),
    (C, "c", "while (...) { ... }", ["while (x == x) { x--; }"]),
    (C, "c", "$X += 1", ["x += 1"]),
    (C, "c", "return $X;", ["return 1;", "return 0;", "return a ? b : c;"]),
    (C, "c", "int $X = $Y;", ["int x = 1;", 'int y = f("a", 2);']),
    (C, "c", "$P->$Q", ["p->q"]),
    (C, "c", 'system("...")', ['system("ls")']),
    (C, "c", "(char)$X", ["(char)i"]),
    (C, "c", "if ($C) { ... } else { ... }", ["if (n > 1) return 1; else { n = p->q.r(1); }"]),
    (C, "c", '"..."', ['"%s"', '"ls"', '"a"']),
    (C, "c", 'f("a", ...)', ['f("a", 2)']),
    (CPP, "cpp", "system(...)", ["system(s.c_str())"]),
    (CPP, "cpp", "$X = new $T[...]", ["*p = new int[3]"]),
    (CPP, "cpp", "new $T[$N]", ["new int[3]"]),
    (CPP, "cpp", "delete $X", ["delete p"]),
    (CPP, "cpp", "std::strcpy(...)", ["std::strcpy(a, b)"]),
    (CPP, "cpp", "strcpy(...)", ["strcpy(a, b)"]),
    (CPP, "cpp", '$S == "x"', ['s == "x"']),
    (
        CPP,
        "cpp",
        "class $C : public B { ... }",
        ['class A : public B { public: int f(const std::string &s) { std::string q = "a" + s; system'],
    ),
    (CPP, "cpp", "try { ... } catch (...) { ... }", ["try { h(); } catch (const E &e) { }"]),
    (CPP, "cpp", "$X + $Y", ['"a" + s', "x + 1"]),
    (CPP, "cpp", "return $X;", ["return x + 1;", "return 1;", "return 0;"]),
    (CPP, "cpp", "std::cout << $X", ["std::cout << s"]),
    (CPP, "cpp", "$X.c_str()", ["s.c_str()"]),
    (CSHARP, "csharp", "new SqlCommand($X + $Y, ...)", ['new SqlCommand("x" + s, conn)']),
    (CSHARP, "csharp", 'new SqlCommand("..." + $Y, ...)', ['new SqlCommand("x" + s, conn)']),
    (CSHARP, "csharp", "$A.Bar(...)", ["foo.Bar(a, k: 1)", "foo.Bar(a)"]),
    (CSHARP, "csharp", "foo.Bar($X)", ["foo.Bar(a)"]),
    (CSHARP, "csharp", "foo.Bar($X, k: 1)", ["foo.Bar(a, k: 1)"]),
    (CSHARP, "csharp", "$X = $Y", ["E = s", 'this.h["k"] = 1']),
    (
        CSHARP,
        "csharp",
        "var $X = $Y;",
        [
            'var a = $"q {s}";',
            'string b = "x" + s;',
            'var c = new SqlCommand("x" + s, conn);',
            "var md = MD5.Create();",
        ],
    ),
    (CSHARP, "csharp", "$X == $X", ["a == a"]),
    (CSHARP, "csharp", 'Console.WriteLine("...")', ['Console.WriteLine("hi")']),
    (CSHARP, "csharp", "await $X", ["await G()"]),
    (
        CSHARP,
        "csharp",
        "if ($X) { ... }",
        ["if (n == 1) { return 1; } else foo.Bar(a, k: 1);", "if (a == a) { return 2; }"],
    ),
    (CSHARP, "csharp", "foreach (var $X in $Y) { ... }", ["foreach (var x in y) { x.Z(); }"]),
    (CSHARP, "csharp", "try { ... } catch (Exception $E) { ... }", ["try { G(); } catch (Exception e) { }"]),
    (CSHARP, "csharp", "class $C : B { ... }", ["class A : B {"]),
    (
        CSHARP,
        "csharp",
        "public async Task<int> $F(...) { ... }",
        ["[Attr(1)] public async Task<int> F(string s, int n = 1) {"],
    ),
    (
        CSHARP,
        "csharp",
        "$T $F(...) { ... }",
        ["[Attr(1)] public async Task<int> F(string s, int n = 1) {", "private int g() { return 1; }"],
    ),
    (CSHARP, "csharp", "MD5.Create()", ["MD5.Create()"]),
    (CSHARP, "csharp", 'Process.Start("cmd", $X)', ['Process.Start("cmd", s)']),
    (CSHARP, "csharp", "return $X;", ["return 1;", "return 2;", "return 3;", "return 1;"]),
    (CSHARP, "csharp", "$X[$K] = $V", ['this.h["k"] = 1']),
    (RUST, "rust", "unsafe { ... }", ["unsafe { g(a); }"]),
    (RUST, "rust", 'Command::new("sh")', ['Command::new("sh")']),
    (RUST, "rust", "$X.unwrap()", ['Command::new("sh").arg(s).spawn().unwrap()', "foo.unwrap()"]),
    (RUST, "rust", "let $X = $Y;", ['let a = format!("q {}", s);', "let mut b: i32 = 1;", "let f = File::open(s);"]),
    (
        RUST,
        "rust",
        "$X = $Y",
        ['let a = format!("q {}", s);', "let mut b: i32 = 1;", "b = 2", "let f = File::open(s);"],
    ),
    (RUST, "rust", "$X == $X", ["n == n"]),
    (RUST, "rust", "fn $F(...) { ... }", ["fn f(s: &str, n: i32) -> i32 {", "fn z() {}"]),
    (RUST, "rust", "fn $F(...) -> $T { ... }", ["fn f(s: &str, n: i32) -> i32 {"]),
    (RUST, "rust", "if $X { ... }", ["if n == 1 { return 1; } else { h.i(&b); }", "if n == n { b }"]),
    (RUST, "rust", "if $X { ... } else { ... }", ["if n == 1 { return 1; } else { h.i(&b); }"]),
    (RUST, "rust", "for $X in $Y { ... }", ["for x in y { k(x); }"]),
    (RUST, "rust", "return $X;", ["return 1;", "1"]),
    (RUST, "rust", "std::mem::transmute(...)", ["std::mem::transmute(a)"]),
    (RUST, "rust", "File::open(...)", ["File::open(s)"]),
    (RUST, "rust", "println!(...)", ['println!("{}", a)']),
    (RUST, "rust", 'format!("...", $X)', ['format!("q {}", s)']),
    (RUST, "rust", "Command::new(...).arg($X)", ['Command::new("sh").arg(s)']),
    (RUST, "rust", "$X.arg(...)", ['Command::new("sh").arg(s)']),
    (RUST, "rust", "S { ... }", ["S { a: 1, b: 2 }"]),
    (RUST, "rust", "b = 2", ["b = 2"]),
    (PHP, "php", "eval(...)", ["eval($a)"]),
    (PHP, "php", "eval($X)", ["eval($a)"]),
    (PHP, "php", "$X->c(...)", ["$b->c($a)"]),
    (PHP, "php", '$B->query("..." . $Y)', ['$db->query("SELECT " . $_GET["id"])']),
    (PHP, "php", "A::d()", ["A::d()"]),
    (PHP, "php", "new E(...)", ["new E($x)"]),
    (PHP, "php", "$_GET[...]", ['$_GET["id"]', '$_GET["id"]']),
    (PHP, "php", "$X = $_GET[$K]", ['$z = $_GET["id"]']),
    (PHP, "php", 'exec("..." . $X)', ['exec("ls " . $z)']),
    (PHP, "php", "include $X", ["include $x"]),
    (PHP, "php", "md5(...)", ["md5($x)"]),
    (PHP, "php", "if ($X == $X) { ... }", ["if ($a == $a) { return 2; }"]),
    (PHP, "php", "$X == $X", ["$a == $a"]),
    (PHP, "php", 'foo("...")', ['foo("const")']),
    (PHP, "php", "foreach ($A as $K => $V) { ... }", ["foreach ($p as $k => $v) { g($v); }"]),
    (
        PHP,
        "php",
        "function $F(...) { ... }",
        ["function f($x, int $y = 1) {", "public function m($p) { return $this->n($p); }"],
    ),
    (PHP, "php", "class $C { ... }", ["class K { public function m($p) { return $this->n($p); } }"]),
    (PHP, "php", "echo $X", ["echo $a;"]),
    (PHP, "php", "return $X;", ["return 1;", "return 2;", "return 3;", "return $this->n($p);"]),
    (PHP, "php", "if ($C) { ... } else { ... }", ["if ($a == 1) { echo $a; } else { return 1; }"]),
    (PHP, "php", "$this->n(...)", ["$this->n($p)"]),
    (RUBY, "ruby", "YAML.load(...)", ["YAML.load(a)"]),
    (RUBY, "ruby", "eval(...)", ["eval(x)"]),
    (RUBY, "ruby", "system(...)", ['system("ls", a)']),
    (RUBY, "ruby", 'system("ls", $X)', ['system("ls", a)']),
    (RUBY, "ruby", "params[...]", ["params[:id]", "params[:url]"]),
    (RUBY, "ruby", "redirect_to(params[:url])", ["redirect_to(params[:url])"]),
    (RUBY, "ruby", "$X == $X", ["x == x"]),
    (RUBY, "ruby", 'User.where("...#{$X}...")', ['User.where("name = #{x}")']),
    (RUBY, "ruby", "def $F(...)\n  ...\nend", ["def f(x, y)"]),
    (RUBY, "ruby", "class $C < B\n  ...\nend", ["class A < B"]),
    (RUBY, "ruby", "if $X\n  ...\nend", ["if a == 1", "if x == x"]),
    (RUBY, "ruby", "$X = $Y", ['a = "q #{x} b"', "@u = params[:id]"]),
    (RUBY, "ruby", "foo(k: 1, ...)", ["foo(k: 1, z: 2)"]),
    (RUBY, "ruby", "foo(..., z: 2)", ["foo(k: 1, z: 2)"]),
    (RUBY, "ruby", "Digest::MD5.hexdigest(...)", ["Digest::MD5.hexdigest(x)"]),
    (RUBY, "ruby", "$X.bar", ["foo.bar { |i| i + 1 }"]),
    (RUBY, "ruby", "@u = $X", ["@u = params[:id]"]),
    (RUBY, "ruby", 'require "..."', ['require "yaml"']),
    (KOTLIN, "kotlin", "$X.exec(...)", ["Runtime.getRuntime().exec(s)"]),
    (KOTLIN, "kotlin", "Runtime.getRuntime().exec($X)", ["Runtime.getRuntime().exec(s)"]),
    (KOTLIN, "kotlin", 'MessageDigest.getInstance("MD5")', ['MessageDigest.getInstance("MD5")']),
    (KOTLIN, "kotlin", "val $X = $Y", ['val a = "q $s"', 'val m = MessageDigest.getInstance("MD5")']),
    (KOTLIN, "kotlin", "$X = $Y", ['val a = "q $s"', "var b = 1", "b = 3", 'val m = MessageDigest.getInstance("MD5")']),
    (KOTLIN, "kotlin", "$X == $X", ["a == a"]),
    (KOTLIN, "kotlin", 'foo("...")', ['foo("const")']),
    (KOTLIN, "kotlin", "if ($X) { ... }", ["if (n == 1) { return 1 } else { foo.bar(a, 2) }", "if (a == a) { g() }"]),
    (
        KOTLIN,
        "kotlin",
        "fun $F(...) { ... }",
        ["fun f(s: String, n: Int = 1): Int {", "fun m(p: String) { println(p) }"],
    ),
    (KOTLIN, "kotlin", "for ($X in $Y) { ... }", ["for (x in y) { x.z() }"]),
    (KOTLIN, "kotlin", "return $X", ["return 1", "it + 1", "return b"]),
    (KOTLIN, "kotlin", "println(...)", ["println(p)"]),
    (KOTLIN, "kotlin", "$X.bar(...)", ["foo.bar(a, 2)"]),
    (KOTLIN, "kotlin", "e.g(k = 1)", ["e.g(k = 1)"]),
    (KOTLIN, "kotlin", '"..."', ['"MD5"', '"const"']),
    (BASH, "bash", "eval ...", ["eval $x", 'eval "$b"']),
    (BASH, "bash", "eval $X", ["eval $x", 'eval "$b"']),
    (BASH, "bash", "curl ... | bash", ["curl http://x | bash"]),
    (BASH, "bash", "rm -rf ...", ["rm -rf $1"]),
    (BASH, "bash", "echo ...", ['echo "a $x" b', "echo $i"]),
    (BASH, "bash", "sudo ...", ["sudo rm x"]),
    (BASH, "bash", "$X=1", ["X=1"]),
    (BASH, "bash", "if ...; then ...; fi", ['if [ "$a" = 1 ]; then eval $x; fi']),
    (BASH, "bash", "export $X=$Y", ['export Y="${Z}"']),
    (DOCKERFILE, "dockerfile", "FROM $X", ["FROM alpine:latest AS b", "FROM b"]),
    (DOCKERFILE, "dockerfile", "FROM $X:latest", ["FROM alpine:latest AS b"]),
    (DOCKERFILE, "dockerfile", "USER root", ["USER root"]),
    (DOCKERFILE, "dockerfile", "RUN ...", ["RUN apt-get update", "RUN sudo ls"]),
    (DOCKERFILE, "dockerfile", "RUN apt-get update", ["RUN apt-get update"]),
    (DOCKERFILE, "dockerfile", "RUN sudo $X", ["RUN sudo ls"]),
    (DOCKERFILE, "dockerfile", "EXPOSE 22", ["EXPOSE 22"]),
    (DOCKERFILE, "dockerfile", "EXPOSE $P", ["EXPOSE 22"]),
    (DOCKERFILE, "dockerfile", "ADD $X $Y", ["ADD http://x /y"]),
    (DOCKERFILE, "dockerfile", "ENV $K=$V", ["ENV A=1"]),
    (DOCKERFILE, "dockerfile", 'CMD ["x", "y"]', ['CMD ["x", "y"]']),
    (DOCKERFILE, "dockerfile", 'CMD [..., "y"]', ['CMD ["x", "y"]']),
    (DOCKERFILE, "dockerfile", "COPY . $X", ["COPY . /a"]),
    (DOCKERFILE, "dockerfile", "FROM $X AS $Y", ["FROM alpine:latest AS b"]),
    (YAML, "yaml", "privileged: true", ["privileged: true"]),
    (YAML, "yaml", "privileged: $X", ["privileged: true", "privileged: false"]),
    (YAML, "yaml", "run: $X", ["run: echo ${{ x }}", "run: ls"]),
    (YAML, "yaml", "jobs:\n  ...", ["jobs:"]),
    (YAML, "yaml", "steps: [...]", ["steps:"]),
    (YAML, "yaml", 'uses: "..."', ['uses: "a@v1"']),
    (YAML, "yaml", "- run: $X", ["run: echo ${{ x }}", "run: ls"]),
    (YAML, "yaml", "image: $I", ["image: foo"]),
    (YAML, "yaml", "on: push", ["on: push"]),
    (YAML, "yaml", "$K: foo", ["image: foo"]),
    (YAML, "yaml", "a:\n  ...\n  privileged: true\n  ...", ["a:"]),
    (YAML, "yaml", "with:\n  k: $V", ["with:"]),
    (TERRAFORM, "terraform", 'resource "aws_s3_bucket" "..." { ... }', ['resource "aws_s3_bucket" "b" {']),
    (
        TERRAFORM,
        "terraform",
        'resource "$T" "$N" { ... }',
        ['resource "aws_s3_bucket" "b" {', 'resource "aws_db" "c" {'],
    ),
    (TERRAFORM, "terraform", "resource $T $N { ... }", ['resource "aws_s3_bucket" "b" {', 'resource "aws_db" "c" {']),
    (TERRAFORM, "terraform", 'acl = "public-read"', ['acl = "public-read"']),
    (TERRAFORM, "terraform", "acl = $X", ['acl = "public-read"', "acl = var.z"]),
    (TERRAFORM, "terraform", "encrypted = false", ["encrypted = false"]),
    (
        TERRAFORM,
        "terraform",
        'resource "aws_s3_bucket" $N {\n  ...\n  acl = "public-read"\n  ...\n}',
        ['resource "aws_s3_bucket" "b" {'],
    ),
    (TERRAFORM, "terraform", "versioning { ... }", ["versioning { enabled = false }"]),
    (TERRAFORM, "terraform", "foo(...)", ["foo(1)"]),
    (TERRAFORM, "terraform", "var.$X", ["var.x", "var.z"]),
    (
        "class A { void F() { int[] a = {1}; int[] b = g(); int[] c = new int[] {1}; int[] d = {}; } }\n",
        "csharp",
        "int[] $A = {...};",
        ["int[] a = {1};", "int[] d = {};"],
    ),
    ("<?php\n$a = [1, 2];\n$b = g();\n$c = [];\n", "php", "$A = [...];", ["$a = [1, 2];", "$c = [];"]),
    ("val a = [1]\nval b = g()\n", "kotlin", "val $A = [...]", ["val a = [1]"]),
    ("let a = [1]\nlet b = g()\n", "swift", "let $A = [...]", ["let a = [1]"]),
    (
        "require 'x'\nbegin\n  a\nrescue\n  b\nend\ndef c\n  a\nrescue\n  b\nend\nbegin\n  a\nensure\n  b\nend\n",
        "ruby",
        "begin\n  ...\nrescue\n  ...\nend",
        ["begin"],
    ),
    (TERRAFORM, "terraform", 'variable "..." { ... }', ['variable "v" { default = "x" }']),
]


@pytest.mark.parametrize(
    ("code", "language", "pattern", "lines"), CASES, ids=[f"{case[1]} {case[2]}" for case in CASES]
)
def test_matches(matched, code, language, pattern, lines):
    found = [text.split("\n")[0][:90] for text in matched(language, pattern, code)]
    assert found == lines


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("f(...) { ... }", ["f(1) { g() }"]),
        ("f(...) { $X -> ... }", ["f(2) { a -> g() }"]),
        ("f($X, $Y)", ["f(1) { g() }", "f(2) { a -> g() }", "f(3, null)"]),
        ("f { ... }", []),
        ("f(3, ...)", ["f(3, null)"]),
        ("fun $F() { ... f(3, null) ... }", ["fun m() {\n    f(1) { g() }\n    f(2) { a -> g() }\n    f(3, null)\n}"]),
    ],
)
def test_a_closure_behind_a_call_of_kotlin_is_its_last_argument(matched, pattern, found):
    code = "fun m() {\n    f(1) { g() }\n    f(2) { a -> g() }\n    f(3, null)\n}\n"
    assert matched("kotlin", pattern, code) == found
