fn f() -> i32 {
    1
}
fn g(a: i32) -> i32 {
    let b = a + 1;
    b * 2
}
fn h(a: i32) -> i32 {
    if a > 1 {
        one()
    } else {
        two()
    }
}
fn i() {
    run(|x| x + 1);
    run(|x| { y; x + 2 });
    three();
}
fn j() -> i32 {
    return 4;
}
