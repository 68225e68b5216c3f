package example

import "fmt"

func report(n int) {
	// ruleid: go-printf-literal-type
	fmt.Printf("%s files", "three")
	// ruleid: go-printf-literal-type
	fmt.Sprintf("%d files", 3)
	// ok: go-printf-literal-type
	fmt.Printf("%d files", n)
	// ok: go-printf-literal-type
	fmt.Printf("%s: %d", "files", n)
	// ok: go-printf-literal-type
	fmt.Printf("%x", "three")
}
