package example

func bad() map[string]int {
	var counts map[string]int
	// ruleid: go-nil-map-write
	counts["a"] = 1
	return counts
}

func good() map[string]int {
	counts := make(map[string]int)
	// ok: go-nil-map-write
	counts["a"] = 1
	var later map[string]int
	later = make(map[string]int)
	// ok: go-nil-map-write
	later["a"] = 1
	return later
}
