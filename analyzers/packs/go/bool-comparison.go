package example

func run(ready bool) {
	// ruleid: bool-comparison
	if ready == true {
		start()
	}
	// ok: bool-comparison
	if ready {
		start()
	}
}
