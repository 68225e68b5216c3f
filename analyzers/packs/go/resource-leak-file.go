package example

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

type holder struct{ file *os.File }

func read(path string) ([]byte, error) {
	// ruleid: resource-leak-file
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(file)
}

func lines(path string) int {
	// ruleid: resource-leak-file
	file, err := os.OpenFile(path, os.O_RDONLY, 0)
	if err != nil {
		return 0
	}
	count := 0
	for scanner := bufio.NewScanner(file); scanner.Scan(); {
		count++
	}
	return count
}

func write(path string) error {
	// ruleid: resource-leak-file
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, "x")
	return err
}

func closed(path string) ([]byte, error) {
	// ok: resource-leak-file
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

func given(path string) (*os.File, error) {
	// ok: resource-leak-file
	file, err := os.Open(path)
	return file, err
}

func held(path string) (holder, error) {
	// ok: resource-leak-file
	file, err := os.Open(path)
	return holder{file: file}, err
}

func kept(path string, h *holder) {
	// ok: resource-leak-file
	file, _ := os.Open(path)
	h.file = file
}

func handed(path string) {
	// ok: resource-leak-file
	file, _ := os.Open(path)
	consume(file)
}

func wrapped(path string) *bufio.Reader {
	// ok: resource-leak-file
	file, _ := os.Open(path)
	return bufio.NewReader(file)
}

func deferred(path string) {
	// ok: resource-leak-file
	file, _ := os.Open(path)
	defer func() {
		_ = file.Close()
	}()
	fmt.Fscan(file)
}
