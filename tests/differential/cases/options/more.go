package p

func f() {
	x := build()
	x.run()
	build().run()
	s := "a" + "b"
	eat(s)
}

func g(flag bool) {
	x := build()
	if flag {
		x = other()
	}
	x.run()
	foo(1)
	bar(foo(2))
	if foo(3) {
		foo(4)
		baz()
	}
	y := foo(6)
	openIt()
	for _, item := range items {
		closeIt()
	}
	z := a | b | c
	z = c | a | b
	z = (a | b) | c
	z = a | (b | c)
	z = a ^ b
	z = a && b && c
	z = a && (b && c)
	z = a + b + c
}
