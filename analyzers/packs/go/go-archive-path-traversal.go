package example

import (
	"archive/zip"
	"errors"
	"os"
	"path/filepath"
)

func unpack(reader *zip.Reader, target string) error {
	for _, entry := range reader.File {
		// ruleid: go-archive-path-traversal
		os.Create(filepath.Join(target, entry.Name))
	}
	for _, entry := range reader.File {
		if !filepath.IsLocal(entry.Name) {
			return errors.New("illegal name")
		}
		// ok: go-archive-path-traversal
		os.Create(filepath.Join(target, entry.Name))
	}
	return nil
}
