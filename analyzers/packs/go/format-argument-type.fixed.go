package example

import "fmt"

func report(n int) {
	// ruleid: format-argument-type
	fmt.Printf("%s files", "three")
	// ruleid: format-argument-type
	fmt.Sprintf("%d files", 3)
	// ok: format-argument-type
	fmt.Printf("%d files", n)
	// ok: format-argument-type
	fmt.Printf("%s: %d", "files", n)
	// ok: format-argument-type
	fmt.Printf("%x", "three")
}
