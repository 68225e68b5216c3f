package p

func plain() {
	a := source()
	sink(a)
	b := clean(a)
	sink(b)
	sink(other(a))
	sink(a + "x")
	sink(a.field)
	sink(a[0])
	sink(len(a))
	sink(a == "1")
}

func branches(flag bool) {
	x := "ok"
	if flag {
		x = source()
	} else {
		x = "fine"
	}
	sink(x)
	x = "ok"
	sink(x)
}

func loops(items []string) {
	x := ""
	for _, item := range items {
		sink(x)
		x += source()
		use(item)
	}
	sink(x)
}

func scrubbed() {
	y := source()
	scrub(y)
	sink(y)
	z := source()
	w := both(z)
	sink(w)
	sink(both(source()))
}

func labels() {
	one := source()
	two := other_source()
	sink(one + two)
	needs_both(one + two)
	needs_both(one)
	not_other(one)
	not_other(one + two)
}

func propagators(items Set, query Query) {
	text := source()
	items.add(text)
	sink(items)
	copy(text, target)
	sink(target)
}

func exits() Handle {
	handle := acquire()
	use(handle)
	return handle
}

func released() int {
	handle := acquire()
	release(handle)
	return 1
}

func early(flag bool) {
	handle := acquire()
	if flag {
		return
	}
	release(handle)
}

func implicit() {
	handle := acquire()
	use(handle)
}

func control(flag bool) {
	log("start")
	dangerous_mode()
	if flag {
		act()
	}
	act()
}

func before() {
	act()
	dangerous_mode()
}

func several() {
	a, err := source()
	sink(a)
	sink(err)
	p := &a
	sink(p)
	sink(*p)
}

func params(p string, q int) {
	sink(p)
	sink(q)
}

func wrapped() {
	v := wrap(inner)
	sink(inner)
	sink(v)
}
