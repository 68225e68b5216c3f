package files

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func unzipBad(src, dest string) error {
	r, err := zip.OpenReader(src)
	if err != nil {
		return err
	}
	defer r.Close()
	for _, f := range r.File {
		target := filepath.Join(dest, f.Name)
		if f.FileInfo().IsDir() {
			// ruleid: path-traversal
			os.MkdirAll(target, 0750)
			continue
		}
		// ruleid: path-traversal
		out, err := os.OpenFile(target, os.O_CREATE|os.O_WRONLY, 0600)
		if err != nil {
			return err
		}
		rc, _ := f.Open()
		// ruleid: denial-of-service
		io.Copy(out, rc)
		out.Close()
	}
	return nil
}

func unzipGood(src, dest string) error {
	r, err := zip.OpenReader(src)
	if err != nil {
		return err
	}
	defer r.Close()
	for _, f := range r.File {
		target := filepath.Join(dest, f.Name)
		if !strings.HasPrefix(target, filepath.Clean(dest)+string(os.PathSeparator)) {
			return fmt.Errorf("illegal path %s", f.Name)
		}
		// ok: path-traversal
		out, err := os.Create(target)
		if err != nil {
			return err
		}
		rc, _ := f.Open()
		// ok: denial-of-service
		if _, err := io.CopyN(out, rc, 1<<24); err != nil && err != io.EOF {
			return err
		}
	}
	return nil
}

func unzipBase(data []byte, dest string) error {
	r, _ := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	for _, f := range r.File {
		// ok: path-traversal
		os.WriteFile(filepath.Join(dest, filepath.Base(f.Name)), nil, 0600)
		// ruleid: path-traversal
		os.WriteFile(dest+"/"+f.Name, nil, 0600)
		if strings.Contains(f.Name, "..") {
			continue
		}
		// ok: path-traversal
		os.WriteFile(filepath.Join(dest, f.Name), nil, 0600)
	}
	return nil
}

func untarBad(rd io.Reader, dest string) error {
	gz, err := gzip.NewReader(rd)
	if err != nil {
		return err
	}
	tr := tar.NewReader(gz)
	for {
		h, err := tr.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		p := filepath.Join(dest, h.Name)
		switch h.Typeflag {
		case tar.TypeDir:
			// ruleid: path-traversal
			os.Mkdir(p, 0750)
		case tar.TypeReg:
			// ruleid: path-traversal
			f, _ := os.Create(p)
			// ruleid: denial-of-service
			io.Copy(f, tr)
		case tar.TypeSymlink:
			// ruleid: path-traversal
			os.Symlink(h.Linkname, filepath.Join(dest, h.Name))
		}
	}
}

func untarGood(rd io.Reader, dest string) error {
	tr := tar.NewReader(rd)
	for {
		h, err := tr.Next()
		if err != nil {
			return err
		}
		if !filepath.IsLocal(h.Name) {
			continue
		}
		// ok: path-traversal
		f, err := os.Create(filepath.Join(dest, h.Name))
		if err != nil {
			return err
		}
		// ok: denial-of-service
		io.Copy(f, io.LimitReader(tr, 1<<20))
	}
}

func untarRel(rd io.Reader, dest string) error {
	tr := tar.NewReader(rd)
	for {
		h, err := tr.Next()
		if err != nil {
			return err
		}
		target := filepath.Join(dest, h.Name)
		rel, err := filepath.Rel(dest, target)
		if err != nil || strings.HasPrefix(rel, "..") {
			return fmt.Errorf("%s escapes", h.Name)
		}
		// ok: path-traversal
		os.MkdirAll(filepath.Dir(target), 0750)
	}
}

func bombs(w http.ResponseWriter, r *http.Request) {
	zr, _ := gzip.NewReader(r.Body)
	// ruleid: denial-of-service
	io.Copy(os.Stdout, zr)
	// ruleid: denial-of-service
	io.ReadAll(zr)
	fr := flate.NewReader(r.Body)
	// ruleid: denial-of-service
	io.Copy(io.Discard, fr)
	zl, _ := zlib.NewReader(r.Body)
	// ruleid: denial-of-service
	io.Copy(os.Stdout, zl)
	bz := bzip2.NewReader(r.Body)
	// ok: denial-of-service
	io.ReadAll(io.LimitReader(bz, 1<<20))
	// ok: denial-of-service
	body, _ := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	_ = body
}
