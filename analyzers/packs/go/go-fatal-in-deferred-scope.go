package main

import (
	"log"
	"os"
)

func main() {
	folder := "work"
	defer os.RemoveAll(folder)
	if err := run(); err != nil {
		// ruleid: go-fatal-in-deferred-scope
		log.Fatal(err)
	}
}

func other() {
	if err := run(); err != nil {
		// ok: go-fatal-in-deferred-scope
		log.Fatal(err)
	}
}
