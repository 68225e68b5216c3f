package example

func add(list []int, item int) []int {
	// ruleid: go-append-result-unused
	_ = append(list, item)
	// ok: go-append-result-unused
	list = append(list, item)
	return list
}
