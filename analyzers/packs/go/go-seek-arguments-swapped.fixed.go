package example

import (
	"io"
	"os"
)

func rewind(file *os.File) {
	// ruleid: go-seek-arguments-swapped
	file.Seek(0, io.SeekEnd)
	// ok: go-seek-arguments-swapped
	file.Seek(0, io.SeekEnd)
}
