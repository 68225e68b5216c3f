package example

func bad(items []string) {
	// ruleid: loop-variable-captured
	for _, item := range items {
		go func() {
			process(item)
		}()
	}
}

func good(items []string) {
	// ok: loop-variable-captured
	for _, item := range items {
		go func(item string) {
			process(item)
		}(item)
	}
	// ok: loop-variable-captured
	for _, item := range items {
		item := item
		go func() {
			process(item)
		}()
	}
}

func shadowed(writes int) {
	// ok: loop-variable-captured
	for i := 0; i < 4; i++ {
		go func() {
			for i := 0; i < writes; i++ {
				process(i)
			}
		}()
	}
	// ruleid: loop-variable-captured
	for i := 0; i < 4; i++ {
		go func() {
			for j := 0; j < writes; j++ {
				process(i)
			}
		}()
	}
}

func copied(items []string) {
	// ok: loop-variable-captured
	for i, item := range items {
		i, item := i, item
		go func() {
			handle(i, item)
		}()
	}
	// ok: loop-variable-captured
	for i := 0; i < 4; i++ {
		i := i
		go func() {
			process(i)
		}()
	}
}
