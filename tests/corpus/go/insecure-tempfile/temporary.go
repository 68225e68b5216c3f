package temporary

import (
	"fmt"
	"io/ioutil"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

func Fixed(data []byte) error {
	// ruleid: insecure-tempfile
	return os.WriteFile("/tmp/report.txt", data, 0o600)
}

func FixedOld(data []byte) error {
	// ruleid: insecure-tempfile
	return ioutil.WriteFile("/tmp/report.txt", data, 0o600)
}

func Created() (*os.File, error) {
	// ruleid: insecure-tempfile
	return os.Create("/tmp/report.txt")
}

func CreatedVar() (*os.File, error) {
	// ruleid: insecure-tempfile
	return os.Create("/var/tmp/report.txt")
}

func Opened() (*os.File, error) {
	// ruleid: insecure-tempfile
	return os.OpenFile("/tmp/report.txt", os.O_CREATE|os.O_WRONLY, 0o600)
}

func Joined(data []byte) error {
	// ruleid: insecure-tempfile
	return os.WriteFile(filepath.Join(os.TempDir(), "report.txt"), data, 0o600)
}

func Guessable(data []byte) error {
	// ruleid: insecure-tempfile
	return os.WriteFile("/tmp/report-"+strconv.Itoa(os.Getpid()), data, 0o600)
}

func GuessableTime() (*os.File, error) {
	// ruleid: insecure-tempfile
	return os.Create(fmt.Sprintf("/tmp/report-%d", time.Now().Unix()))
}

func Variable(data []byte) error {
	name := "/tmp/app.lock"
	// ruleid: insecure-tempfile
	return os.WriteFile(name, data, 0o600)
}

func Proper() (*os.File, error) {
	// ok: insecure-tempfile
	return os.CreateTemp("", "report-*.txt")
}

func ProperOld() (*os.File, error) {
	// ok: insecure-tempfile
	return ioutil.TempFile("/tmp", "report")
}

func Directory() (string, error) {
	// ok: insecure-tempfile
	return os.MkdirTemp("", "work")
}

func InDirectory(data []byte) error {
	directory, err := os.MkdirTemp("", "work")
	if err != nil {
		return err
	}
	// ok: insecure-tempfile
	return os.WriteFile(filepath.Join(directory, "report.txt"), data, 0o600)
}

func Elsewhere(data []byte) error {
	// ok: insecure-tempfile
	return os.WriteFile("/var/lib/app/report.txt", data, 0o600)
}

func ReadOnly() ([]byte, error) {
	// ok: insecure-tempfile
	return os.ReadFile("/tmp/report.txt")
}

func Exclusive() (*os.File, error) {
	// ok: insecure-tempfile
	return os.OpenFile("/tmp/report.txt", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
}
