package example

func run(ready bool) {
	// ruleid: identical-branches
	start(a)
	// ok: identical-branches
	if ready {
		start(a)
	} else {
		stop(a)
	}
}
