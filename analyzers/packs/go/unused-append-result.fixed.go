package example

func add(list []int, item int) []int {
	// ruleid: unused-append-result
	list = append(list, item)
	// ok: unused-append-result
	list = append(list, item)
	return list
}
