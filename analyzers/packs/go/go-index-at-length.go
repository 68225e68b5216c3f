package example

func last(list []int) int {
	// ruleid: go-index-at-length
	a := list[len(list)]
	// ok: go-index-at-length
	b := list[len(list)-1]
	// ok: go-index-at-length
	c := list[len(list):]
	use(c)
	return a + b
}
