package example

func bad(items []string) {
	// ruleid: go-loop-variable-captured
	for _, item := range items {
		item := item
		go func() {
			process(item)
		}()
	}
}

func good(items []string) {
	// ok: go-loop-variable-captured
	for _, item := range items {
		go func(item string) {
			process(item)
		}(item)
	}
	// ok: go-loop-variable-captured
	for _, item := range items {
		item := item
		go func() {
			process(item)
		}()
	}
}
