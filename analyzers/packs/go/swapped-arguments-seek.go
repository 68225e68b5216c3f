package example

import (
	"io"
	"os"
)

func rewind(file *os.File) {
	// ruleid: swapped-arguments-seek
	file.Seek(io.SeekEnd, 0)
	// ok: swapped-arguments-seek
	file.Seek(0, io.SeekEnd)
}
