package example

func run(ready bool) {
	// ruleid: go-bool-compared
	if ready {
		start()
	}
	// ok: go-bool-compared
	if ready {
		start()
	}
}
