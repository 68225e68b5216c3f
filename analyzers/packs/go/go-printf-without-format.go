package example

import (
	"fmt"
	"log"
)

func show(message string, err error) {
	// ruleid: go-printf-without-format
	fmt.Printf(message)
	// ruleid: go-printf-without-format
	log.Printf(err.Error())
	// ok: go-printf-without-format
	fmt.Printf("%s", message)
	// ok: go-printf-without-format
	fmt.Printf("done\n")
	// ok: go-printf-without-format
	log.Print(message)
}
