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
