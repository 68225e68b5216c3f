package example

func bad(list []int) {
	// ruleid: go-loop-past-the-end
	for i := 0; i < len(list); i++ {
		use(list[i])
	}
}

func good(list []int) {
	// ok: go-loop-past-the-end
	for i := 0; i < len(list); i++ {
		use(list[i])
	}
	// ok: go-loop-past-the-end
	for i := 1; i <= len(list); i++ {
		use(list[i-1])
	}
}
