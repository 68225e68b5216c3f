package a

import "fmt"

func f(n int, s string) {
	// ruleid: unknown-format-verb
	fmt.Printf("%i files", n)
	// ruleid: unknown-format-verb
	fmt.Printf("%s has %5u", s, n)
	// ok: unknown-format-verb
	fmt.Printf("%d files, 100%%", n)
	// ok: unknown-format-verb
	fmt.Printf("%-5.2f of %[1]v in %+v and %6d", n, n, s, n)
}
