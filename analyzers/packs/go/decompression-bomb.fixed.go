package example

import (
	"compress/flate"
	"compress/gzip"
	"io"
	"net/http"
	"os"

	"github.com/ulikunitz/xz"
)

func unpack(out io.Writer, in io.Reader) error {
	reader, err := gzip.NewReader(in)
	if err != nil {
		return err
	}
	// ruleid: decompression-bomb
	io.Copy(out, io.LimitReader(reader, 100<<20))
	// ruleid: decompression-bomb
	io.ReadAll(io.LimitReader(reader, 100<<20))
	// ok: decompression-bomb
	io.CopyN(out, reader, 1<<20)
	// ok: decompression-bomb
	io.Copy(out, io.LimitReader(reader, 1<<20))
	file, err := os.Open("x")
	// ok: decompression-bomb
	io.Copy(out, file)
	return err
}

func libraries(to io.Writer, r *http.Request) {
	unpacked, _ := xz.NewReader(r.Body)
	// ruleid: decompression-bomb
	io.Copy(to, io.LimitReader(unpacked, 100<<20))
	// ruleid: decompression-bomb
	io.Copy(to, flate.NewReader(r.Body))
	// ok: decompression-bomb
	io.Copy(to, io.LimitReader(flate.NewReader(r.Body), 1<<20))
}
