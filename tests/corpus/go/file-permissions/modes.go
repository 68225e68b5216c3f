package modes

import (
	"io/ioutil"
	"os"
	"syscall"
)

const shared = 0o777

func Change(path string) error {
	// ruleid: file-permissions
	if err := os.Chmod(path, 0777); err != nil {
		return err
	}
	// ruleid: file-permissions
	if err := os.Chmod(path, 0o666); err != nil {
		return err
	}
	// ok: file-permissions
	if err := os.Chmod(path, 0o600); err != nil {
		return err
	}
	// ok: file-permissions
	if err := os.Chmod(path, 0o400); err != nil {
		return err
	}
	// ruleid: file-permissions
	if err := os.Chmod(path, os.ModePerm); err != nil {
		return err
	}
	// ruleid: file-permissions
	return os.Chmod(path, shared)
}

func Write(path string, data []byte) error {
	// ruleid: file-permissions
	if err := os.WriteFile(path, data, 0o777); err != nil {
		return err
	}
	// ruleid: file-permissions
	if err := ioutil.WriteFile(path, data, 0666); err != nil {
		return err
	}
	// ok: file-permissions
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return err
	}
	// ok: file-permissions
	return ioutil.WriteFile(path, data, 0400)
}

func Folders(path string) error {
	// ruleid: file-permissions
	if err := os.Mkdir(path, 0777); err != nil {
		return err
	}
	// ruleid: file-permissions
	if err := os.MkdirAll(path, os.ModePerm); err != nil {
		return err
	}
	// ok: file-permissions
	if err := os.Mkdir(path, 0o700); err != nil {
		return err
	}
	// ok: file-permissions
	return os.MkdirAll(path, 0o750)
}

func Open(path string) (*os.File, error) {
	// ok: file-permissions
	if file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600); err == nil {
		return file, nil
	}
	// ruleid: file-permissions
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o777)
}

func OnFile(file *os.File) error {
	// ruleid: file-permissions
	return file.Chmod(0o777)
}

func OnFileSafe(file *os.File) error {
	// ok: file-permissions
	return file.Chmod(0o640)
}

func Mask() {
	// ruleid: file-permissions
	syscall.Umask(0)
	// ok: file-permissions
	syscall.Umask(0o077)
}

func System(path string) error {
	// ruleid: file-permissions
	return syscall.Chmod(path, 0o777)
}
