package example

import (
	"fmt"
	"log"
)

func show(name string) {
	// ruleid: print-with-format-verb
	fmt.Printf("user %s", name)
	// ruleid: print-with-format-verb
	log.Printf("user %v", name)
	// ok: print-with-format-verb
	fmt.Printf("user %s\n", name)
	// ok: print-with-format-verb
	fmt.Println("user", name)
	// ok: print-with-format-verb
	fmt.Println("100%", name)
	// ok: print-with-format-verb
	zlog.Print("user %v", name)
}
