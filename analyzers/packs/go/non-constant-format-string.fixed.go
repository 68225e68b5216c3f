package example

import (
	"fmt"
	"log"
)

func show(message string, err error) {
	// ruleid: non-constant-format-string
	fmt.Printf("%s", message)
	// ruleid: non-constant-format-string
	log.Printf("%s", err.Error())
	// ok: non-constant-format-string
	fmt.Printf("%s", message)
	// ok: non-constant-format-string
	fmt.Printf("done\n")
	// ok: non-constant-format-string
	log.Print(message)
}
