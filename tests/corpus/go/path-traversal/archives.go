package archives

import (
	"archive/tar"
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
)

func Unzip(archive, target string) error {
	reader, err := zip.OpenReader(archive)
	if err != nil {
		return err
	}
	defer reader.Close()
	for _, entry := range reader.File {
		name := filepath.Join(target, entry.Name)
		if entry.FileInfo().IsDir() {
			// ruleid: path-traversal
			os.MkdirAll(name, 0o750)
			continue
		}
		// ruleid: path-traversal
		out, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE, 0o600)
		if err != nil {
			return err
		}
		out.Close()
	}
	return nil
}

func UnzipChecked(archive, target string) error {
	reader, err := zip.OpenReader(archive)
	if err != nil {
		return err
	}
	defer reader.Close()
	for _, entry := range reader.File {
		name := filepath.Join(target, entry.Name)
		if !strings.HasPrefix(name, filepath.Clean(target)+string(os.PathSeparator)) {
			return errors.New("illegal path")
		}
		// ok: path-traversal
		out, err := os.Create(name)
		if err != nil {
			return err
		}
		out.Close()
	}
	return nil
}

func Untar(stream io.Reader, target string) error {
	reader := tar.NewReader(stream)
	for {
		header, err := reader.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch header.Typeflag {
		case tar.TypeDir:
			// ruleid: path-traversal
			if err := os.Mkdir(path.Join(target, header.Name), 0o750); err != nil {
				return err
			}
		case tar.TypeReg:
			// ruleid: path-traversal
			file, err := os.Create(target + "/" + header.Name)
			if err != nil {
				return err
			}
			file.Close()
		case tar.TypeSymlink:
			// ruleid: path-traversal
			os.Symlink(header.Linkname, filepath.Join(target, header.Name))
		}
	}
}

func UntarChecked(stream io.Reader, target string) error {
	reader := tar.NewReader(stream)
	for {
		header, err := reader.Next()
		if err != nil {
			return err
		}
		if strings.Contains(header.Name, "..") {
			return fmt.Errorf("bad name %q", header.Name)
		}
		// ok: path-traversal
		file, err := os.Create(filepath.Join(target, header.Name))
		if err != nil {
			return err
		}
		file.Close()
	}
}

func UnzipLocal(reader *zip.Reader, target string) error {
	for _, f := range reader.File {
		if !filepath.IsLocal(f.Name) {
			continue
		}
		// ok: path-traversal
		if err := os.WriteFile(filepath.Join(target, f.Name), nil, 0o600); err != nil {
			return err
		}
	}
	return nil
}

func UnzipBase(reader *zip.Reader, target string) error {
	for _, f := range reader.File {
		// ok: path-traversal
		if err := os.WriteFile(filepath.Join(target, filepath.Base(f.Name)), nil, 0o600); err != nil {
			return err
		}
	}
	return nil
}

func extract(f *zip.File, target string) error {
	destination := filepath.Join(target, f.Name)
	// ruleid: path-traversal
	return os.MkdirAll(filepath.Dir(destination), 0o750)
}

func Names(reader *zip.Reader) []string {
	var names []string
	for _, f := range reader.File {
		// ok: path-traversal
		names = append(names, f.Name)
	}
	return names
}
