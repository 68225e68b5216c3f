package example

func last(list []int) int {
	// ruleid: index-past-end
	a := list[len(list)]
	// ok: index-past-end
	b := list[len(list)-1]
	// ok: index-past-end
	c := list[len(list):]
	use(c)
	return a + b
}
