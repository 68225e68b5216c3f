package example

import (
	"compress/gzip"
	"io"
	"os"
)

func unpack(out io.Writer, in io.Reader) error {
	reader, err := gzip.NewReader(in)
	if err != nil {
		return err
	}
	// ruleid: go-decompression-without-limit
	io.Copy(out, io.LimitReader(reader, 100<<20))
	// ruleid: go-decompression-without-limit
	io.ReadAll(io.LimitReader(reader, 100<<20))
	// ok: go-decompression-without-limit
	io.CopyN(out, reader, 1<<20)
	// ok: go-decompression-without-limit
	io.Copy(out, io.LimitReader(reader, 1<<20))
	file, err := os.Open("x")
	// ok: go-decompression-without-limit
	io.Copy(out, file)
	return err
}
