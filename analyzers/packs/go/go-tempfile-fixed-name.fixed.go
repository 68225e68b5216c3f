package example

import (
	"fmt"
	"os"
	"path/filepath"
)

func write(data []byte, pid int) {
	// ruleid: go-tempfile-fixed-name
	os.WriteFile("/tmp/report.txt", data, 0o600)
	// ruleid: go-tempfile-fixed-name
	os.CreateTemp("", "report.txt")
	// ruleid: go-tempfile-fixed-name
	os.Create(fmt.Sprintf("/tmp/report-%d", pid))
	// ruleid: go-tempfile-fixed-name
	os.WriteFile(filepath.Join(os.TempDir(), "report.txt"), data, 0o600)
	// ruleid: go-tempfile-fixed-name
	os.OpenFile("/tmp/report.txt", os.O_CREATE|os.O_WRONLY, 0o600)
	// ok: go-tempfile-fixed-name
	os.OpenFile("/tmp/report.txt", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	// ok: go-tempfile-fixed-name
	os.CreateTemp("", "report-*.txt")
	// ok: go-tempfile-fixed-name
	os.WriteFile("/var/lib/app/report.txt", data, 0o600)
	name := "/tmp/app.lock"
	// ruleid: go-tempfile-fixed-name
	os.WriteFile(name, data, 0o600)
}
