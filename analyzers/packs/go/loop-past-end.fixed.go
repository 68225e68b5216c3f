package example

func bad(list []int) {
	// ruleid: loop-past-end
	for i := 0; i < len(list); i++ {
		use(list[i])
	}
}

func good(list []int) {
	// ok: loop-past-end
	for i := 0; i < len(list); i++ {
		use(list[i])
	}
	// ok: loop-past-end
	for i := 1; i <= len(list); i++ {
		use(list[i-1])
	}
}

func asked(list []int) {
	// ok: loop-past-end
	for i := 0; i <= len(list); i++ {
		if i == len(list) {
			break
		}
		use(list[i])
	}
}
