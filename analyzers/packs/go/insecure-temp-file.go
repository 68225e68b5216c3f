package example

import (
	"fmt"
	"os"
	"path/filepath"
)

func write(data []byte, pid int) {
	// ruleid: insecure-temp-file
	os.WriteFile("/tmp/report.txt", data, 0o600)
	// ruleid: insecure-temp-file
	os.Create("/tmp/report.txt")
	// ruleid: insecure-temp-file
	os.Create(fmt.Sprintf("/tmp/report-%d", pid))
	// ruleid: insecure-temp-file
	os.WriteFile(filepath.Join(os.TempDir(), "report.txt"), data, 0o600)
	// ruleid: insecure-temp-file
	os.OpenFile("/tmp/report.txt", os.O_CREATE|os.O_WRONLY, 0o600)
	// ok: insecure-temp-file
	os.OpenFile("/tmp/report.txt", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	// ok: insecure-temp-file
	os.CreateTemp("", "report-*.txt")
	// ok: insecure-temp-file
	os.WriteFile("/var/lib/app/report.txt", data, 0o600)
	name := "/tmp/app.lock"
	// ruleid: insecure-temp-file
	os.WriteFile(name, data, 0o600)
}
