package limits

import (
	"archive/zip"
	"compress/gzip"
	"compress/zlib"
	"io"
	"net/http"
	"os"
	"strconv"
)

func Gunzip(out io.Writer, in io.Reader) error {
	reader, err := gzip.NewReader(in)
	if err != nil {
		return err
	}
	defer reader.Close()
	// ruleid: denial-of-service
	_, err = io.Copy(out, reader)
	return err
}

func GunzipLimited(out io.Writer, in io.Reader) error {
	reader, err := gzip.NewReader(in)
	if err != nil {
		return err
	}
	defer reader.Close()
	// ok: denial-of-service
	_, err = io.Copy(out, io.LimitReader(reader, 10<<20))
	return err
}

func GunzipCounted(out io.Writer, in io.Reader) error {
	reader, err := gzip.NewReader(in)
	if err != nil {
		return err
	}
	// ok: denial-of-service
	_, err = io.CopyN(out, reader, 10<<20)
	return err
}

func GunzipAll(in io.Reader) ([]byte, error) {
	reader, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	// ruleid: denial-of-service
	return io.ReadAll(reader)
}

func Inflate(out io.Writer, in io.Reader) error {
	reader, err := zlib.NewReader(in)
	if err != nil {
		return err
	}
	// ruleid: denial-of-service
	_, err = io.CopyBuffer(out, reader, make([]byte, 4096))
	return err
}

func Unzip(archive *zip.Reader, out io.Writer) error {
	for _, entry := range archive.File {
		content, err := entry.Open()
		if err != nil {
			return err
		}
		// ruleid: denial-of-service
		_, err = io.Copy(out, content)
		content.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

func CopyFile(out io.Writer, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	// ok: denial-of-service
	_, err = io.Copy(out, file)
	return err
}

func Allocate(r *http.Request) []byte {
	size, err := strconv.Atoi(r.FormValue("size"))
	if err != nil {
		return nil
	}
	// ruleid: denial-of-service
	return make([]byte, size)
}

func AllocateChecked(r *http.Request) []byte {
	size, err := strconv.Atoi(r.FormValue("size"))
	if err != nil || size < 0 || size > 1024 {
		return nil
	}
	// ok: denial-of-service
	return make([]byte, size)
}

func ReadBody(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	// ok: denial-of-service
	return io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
}

func Narrow(r *http.Request) (int32, error) {
	number, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		return 0, err
	}
	// ruleid: denial-of-service
	return int32(number), nil
}

func NarrowParsed(r *http.Request) (int32, error) {
	number, err := strconv.ParseInt(r.FormValue("n"), 10, 32)
	if err != nil {
		return 0, err
	}
	// ok: denial-of-service
	return int32(number), nil
}

func NarrowWide(text string) (int16, error) {
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, err
	}
	// ruleid: denial-of-service
	return int16(number), nil
}
