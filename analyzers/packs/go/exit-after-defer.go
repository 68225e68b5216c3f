package main

import (
	"log"
	"os"
)

func main() {
	folder := "work"
	defer os.RemoveAll(folder)
	if err := run(); err != nil {
		// ruleid: exit-after-defer
		log.Fatal(err)
	}
}

func other() {
	if err := run(); err != nil {
		// ok: exit-after-defer
		log.Fatal(err)
	}
}
