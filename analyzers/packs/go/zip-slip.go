package example

import (
	"archive/tar"
	"archive/zip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func unpack(reader *zip.Reader, target string) error {
	for _, entry := range reader.File {
		// ruleid: zip-slip
		os.Create(filepath.Join(target, entry.Name))
	}
	for _, entry := range reader.File {
		if !filepath.IsLocal(entry.Name) {
			return errors.New("illegal name")
		}
		// ok: zip-slip
		os.Create(filepath.Join(target, entry.Name))
	}
	return nil
}

func links(reader *tar.Reader, folder string) error {
	for {
		header, err := reader.Next()
		if err != nil {
			return err
		}
		path := filepath.Join(folder, header.Name)
		if !strings.HasPrefix(path, folder+"/") {
			return fmt.Errorf("%q leaves the folder", header.Name)
		}
		target := filepath.Join(filepath.Dir(path), header.Linkname)
		if !strings.HasPrefix(target, folder) {
			return fmt.Errorf("%q leads out of the folder", header.Linkname)
		}
		// ok: zip-slip
		os.Symlink(header.Linkname, path)
	}
}

func linksUnseen(reader *tar.Reader, folder string) {
	header, _ := reader.Next()
	// ruleid: zip-slip
	os.Symlink(header.Linkname, filepath.Join(folder, filepath.Base(header.Name)))
}
