package example

import (
	"io"
	"os"
)

func rewind(file *os.File) {
	// ruleid: swapped-arguments-seek
	file.Seek(0, io.SeekEnd)
	// ok: swapped-arguments-seek
	file.Seek(0, io.SeekEnd)
}
