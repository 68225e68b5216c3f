package p

func f() {
	md5.New()
	x := foo(a, b)
}
