package misc

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"io/ioutil"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"unsafe"

	"github.com/gin-gonic/gin"
	"gopkg.in/yaml.v2"
)

func permissions(p string, data []byte) {
	// ruleid: file-permissions
	os.Chmod(p, 0777)
	// ok: file-permissions
	os.Chmod(p, 0600)
	// ruleid: file-permissions
	os.Chmod(p, 0666)
	// ruleid: file-permissions
	os.Mkdir(p, 0777)
	// ok: file-permissions
	os.Mkdir(p, 0700)
	// ruleid: file-permissions
	os.MkdirAll(p, os.ModePerm)
	// ok: file-permissions
	os.MkdirAll(p, 0o750)
	// ruleid: file-permissions
	os.WriteFile(p, data, 0666)
	// ruleid: file-permissions
	os.WriteFile(p, data, 0o777)
	// ok: file-permissions
	os.WriteFile(p, data, 0600)
	// ruleid: file-permissions
	ioutil.WriteFile(p, data, 0777)
	// ok: file-permissions
	ioutil.WriteFile(p, data, 0640)
	// ruleid: file-permissions
	os.OpenFile(p, os.O_CREATE|os.O_WRONLY, 0777)
	// ok: file-permissions
	os.OpenFile(p, os.O_CREATE|os.O_WRONLY, 0600)
	// ok: file-permissions
	os.OpenFile(p, os.O_RDONLY, 0)
	f, _ := os.Open(p)
	// ruleid: file-permissions
	f.Chmod(0777)
	// ruleid: file-permissions
	syscall.Umask(0)
	// ok: file-permissions
	syscall.Umask(077)
	mode := os.FileMode(0777)
	// ruleid: file-permissions
	os.Chmod(p, mode)
}

func temps(data []byte) {
	// ruleid: insecure-tempfile
	ioutil.WriteFile("/tmp/report.txt", data, 0600)
	// ruleid: insecure-tempfile
	os.Create("/tmp/cache")
	// ruleid: insecure-tempfile
	os.WriteFile(filepath.Join(os.TempDir(), "x.lock"), data, 0600)
	// ruleid: insecure-tempfile
	os.OpenFile("/var/tmp/x", os.O_CREATE|os.O_RDWR, 0600)
	// ok: insecure-tempfile
	f, err := os.CreateTemp("", "x-*")
	if err == nil {
		defer os.Remove(f.Name())
	}
	// ok: insecure-tempfile
	ioutil.TempFile("", "x")
	// ok: insecure-tempfile
	os.MkdirTemp("", "x")
	// ok: insecure-tempfile
	os.ReadFile("/tmp/x")
	// ok: insecure-tempfile
	os.OpenFile("/tmp/y", os.O_CREATE|os.O_EXCL|os.O_RDWR, 0600)
}

type doc struct {
	A string
	N int
}

func decoding(r *http.Request, b []byte) {
	var d doc
	// ok: deserialization
	yaml.Unmarshal(b, &d)
	// ok: deserialization
	json.Unmarshal(b, &d)
	// ok: deserialization
	gob.NewDecoder(bytes.NewReader(b)).Decode(&d)
	// ok: deserialization
	p := (*doc)(unsafe.Pointer(&b[0]))
	_ = p
}

func conversions(r *http.Request) {
	n, _ := strconv.Atoi(r.FormValue("n"))
	a := int32(n)
	b := int16(n)
	c := int64(n)
	m, _ := strconv.ParseInt(r.FormValue("m"), 10, 64)
	d := int32(m)
	e := int(m)
	k, _ := strconv.ParseInt(r.FormValue("k"), 10, 32)
	f := int32(k)
	u, _ := strconv.ParseUint(r.FormValue("u"), 10, 64)
	g := uint8(u)
	if n > 0 && n < 100 {
		h := int8(n)
		_ = h
	}
	_, _, _, _, _, _, _ = a, b, c, d, e, f, g
	// ruleid: denial-of-service
	buf := make([]byte, n)
	_ = buf
	if n < 1024 {
		// ok: denial-of-service
		buf = make([]byte, n)
	}
}

func headers(c *gin.Context, w http.ResponseWriter) {
	// ok: misconfiguration
	w.Header().Set("X-Frame-Options", "DENY")
	// ok: misconfiguration
	w.Header().Set("X-XSS-Protection", "0")
	_ = os.Getpid()
}
