package example

func run(ready bool) {
	// ruleid: go-identical-branches
	start(a)
	// ok: go-identical-branches
	if ready {
		start(a)
	} else {
		stop(a)
	}
}
