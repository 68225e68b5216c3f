package example

import (
	"fmt"
	"log"
)

func show(name string) {
	// ruleid: go-print-with-verb
	fmt.Printf("user %s", name)
	// ruleid: go-print-with-verb
	log.Printf("user %v", name)
	// ok: go-print-with-verb
	fmt.Printf("user %s\n", name)
	// ok: go-print-with-verb
	fmt.Println("user", name)
	// ok: go-print-with-verb
	fmt.Println("100%", name)
}
