package example

func run(ready bool) {
	// ruleid: go-bool-compared
	if ready == true {
		start()
	}
	// ok: go-bool-compared
	if ready {
		start()
	}
}
