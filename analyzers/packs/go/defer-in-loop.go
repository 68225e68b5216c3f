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

func first(paths []string, wanted func(*os.File) bool) *os.File {
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			continue
		}
		// ok: defer-in-loop
		defer file.Close()
		if wanted(file) {
			println(path)
		}
		return file
	}
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			continue
		}
		// ok: defer-in-loop
		defer file.Close()
		break
	}
	for i := 0; i < 3; i++ {
		if file, err := os.Open(paths[i]); err == nil {
			// ok: defer-in-loop
			defer file.Close()
			return file
		}
	}
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return nil
		}
		// ruleid: defer-in-loop
		defer file.Close()
		if wanted(file) {
			return file
		}
	}
	return nil
}
