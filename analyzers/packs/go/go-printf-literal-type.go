package example

import "fmt"

func report(n int) {
	// ruleid: go-printf-literal-type
	fmt.Printf("%d files", "three")
	// ruleid: go-printf-literal-type
	fmt.Sprintf("%s files", 3)
	// ok: go-printf-literal-type
	fmt.Printf("%d files", n)
	// ok: go-printf-literal-type
	fmt.Printf("%s: %d", "files", n)
	// ok: go-printf-literal-type
	fmt.Printf("%x", "three")
}
