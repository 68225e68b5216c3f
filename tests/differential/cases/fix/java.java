class A { void m() {
    new Random();
    cookie.setSecure(false);
    if (a == "x") { }
} }
