package example

import (
	"os"
	"sync"
)

func readAll(paths []string, lock *sync.Mutex) {
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			continue
		}
		// ruleid: defer-in-loop
		defer file.Close()
	}
	for i := 0; i < 3; i++ {
		lock.Lock()
		// ruleid: defer-in-loop
		defer lock.Unlock()
	}
}

func quiet(paths []string) {
	for _, path := range paths {
		func() {
			file, _ := os.Open(path)
			// ok: defer-in-loop
			defer file.Close()
		}()
	}
	file, _ := os.Open("list")
	// ok: defer-in-loop
	defer file.Close()
}
