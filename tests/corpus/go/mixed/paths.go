package files

import (
	"errors"
	"io"
	"io/ioutil"
	"mime/multipart"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

const root = "/srv/data"

func opens(w http.ResponseWriter, r *http.Request) {
	p := r.URL.Query().Get("path")
	// ruleid: path-traversal
	ioutil.ReadFile(p)
	// ruleid: path-traversal
	os.ReadFile(filepath.Join(root, p))
	// ruleid: path-traversal
	os.Open("/var/www/" + p)
	// ruleid: path-traversal
	os.OpenFile(p, os.O_RDWR, 0600)
	// ruleid: path-traversal
	os.Create(path.Join(root, p))
	// ruleid: path-traversal
	os.Remove(root + "/" + p)
	// ruleid: path-traversal
	os.RemoveAll(filepath.Join(root, p))
	// ruleid: path-traversal
	os.Rename(filepath.Join(root, p), "/tmp/x")
	// ruleid: path-traversal
	os.MkdirAll(filepath.Join(root, p), 0750)
	// ruleid: path-traversal
	os.WriteFile(p, []byte("x"), 0600)
	// ruleid: path-traversal
	http.ServeFile(w, r, p)
	// ruleid: path-traversal
	os.ReadDir(p)
	// ok: path-traversal
	os.Stat(p)
	// ok: path-traversal
	os.ReadFile(filepath.Join(root, filepath.Base(p)))
	// ok: path-traversal
	os.ReadFile(filepath.Join(root, filepath.Clean("/"+p)))
	// ok: path-traversal
	os.ReadFile(path.Join(root, path.Base(p)))
	// ruleid: path-traversal
	os.ReadFile(filepath.Join(root, filepath.Clean(p)))
	// ok: path-traversal
	http.ServeFile(w, r, "static/index.html")
	// ok: path-traversal
	os.Open("config.yaml")
	// ruleid: path-traversal
	os.Truncate(p, 0)
	// ruleid: path-traversal
	os.Symlink(p, "/srv/current")
	// ruleid: path-traversal
	os.Chmod(filepath.Join(root, p), 0600)
	// ruleid: path-traversal
	filepath.Walk(p, nil)
	// ruleid: path-traversal
	ioutil.WriteFile(root+"/"+p, nil, 0600)
	// ruleid: path-traversal
	ioutil.ReadDir(filepath.Join(root, p))
}

func prefixed(w http.ResponseWriter, r *http.Request) {
	full := filepath.Join(root, r.FormValue("f"))
	if !strings.HasPrefix(full, root+string(os.PathSeparator)) {
		http.Error(w, "no", 403)
		return
	}
	// ok: path-traversal
	os.Open(full)
	abs, err := filepath.Abs(filepath.Join(root, r.FormValue("g")))
	if err != nil || !strings.HasPrefix(abs, root) {
		return
	}
	// ok: path-traversal
	os.Open(abs)
	rel, err := filepath.Rel(root, filepath.Join(root, r.FormValue("h")))
	if err != nil || strings.HasPrefix(rel, "..") {
		return
	}
	// ok: path-traversal
	os.Open(filepath.Join(root, rel))
	name := r.FormValue("n")
	if strings.Contains(name, "..") || strings.ContainsAny(name, `/\`) {
		return
	}
	// ok: path-traversal
	os.Open(filepath.Join(root, name))
	if !filepath.IsLocal(r.FormValue("l")) {
		return
	}
	loc := r.FormValue("l2")
	if filepath.IsLocal(loc) {
		// ok: path-traversal
		os.Open(filepath.Join(root, loc))
	}
	// ruleid: path-traversal
	os.Open(filepath.Join(root, loc))
}

var word = regexp.MustCompile(`^\w+$`)

func byPattern(r *http.Request) {
	n := r.FormValue("n")
	if word.MatchString(n) {
		// ok: path-traversal
		os.Open(filepath.Join(root, n+".txt"))
	}
	ext := filepath.Ext(r.FormValue("n"))
	// ok: path-traversal
	os.Create("upload" + ext)
}

func safeJoin(base, name string) (string, error) {
	p := filepath.Join(base, name)
	if !strings.HasPrefix(p, filepath.Clean(base)+string(filepath.Separator)) {
		return "", errors.New("escapes")
	}
	return p, nil
}

func throughHelper(w http.ResponseWriter, r *http.Request) {
	p, err := safeJoin(root, r.FormValue("p"))
	if err != nil {
		return
	}
	// ok: path-traversal
	os.Open(p)
	read(r.FormValue("p"))
}

func read(name string) ([]byte, error) {
	// ruleid: path-traversal
	f, err := os.Open(filepath.Join(root, name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

func upload(w http.ResponseWriter, r *http.Request) {
	r.ParseMultipartForm(1 << 20)
	file, h, err := r.FormFile("f")
	if err != nil {
		return
	}
	defer file.Close()
	// ruleid: path-traversal
	dst, _ := os.Create(filepath.Join(root, r.FormValue("dir"), "x"))
	io.Copy(dst, file)
	// ok: path-traversal
	dst, _ = os.Create(filepath.Join(root, filepath.Base(h.Filename)))
	io.Copy(dst, file)
	save(h)
	tmp, _ := os.CreateTemp("", "upload-*")
	// ok: path-traversal
	io.Copy(tmp, file)
}

func save(h *multipart.FileHeader) {
	// ok: path-traversal
	os.Create(root + "/" + filepath.Base(h.Filename))
}

func ginFiles(c *gin.Context) {
	// ruleid: path-traversal
	c.File(c.Query("f"))
	// ruleid: path-traversal
	c.File(filepath.Join(root, c.Param("f")))
	// ruleid: path-traversal
	c.FileAttachment(c.Query("f"), "x")
	// ok: path-traversal
	c.File("./public/a.png")
	f, _ := c.FormFile("up")
	// ruleid: path-traversal
	c.SaveUploadedFile(f, "/srv/up/"+c.PostForm("name"))
	// ok: path-traversal
	c.SaveUploadedFile(f, "/srv/up/"+filepath.Base(f.Filename))
	// ok: path-traversal
	c.FileFromFS(c.Query("f"), http.Dir(root))
}

func echoFiles(c echo.Context) error {
	if c.QueryParam("x") == "1" {
		// ruleid: path-traversal
		return c.File(c.QueryParam("f"))
	}
	if c.QueryParam("x") == "2" {
		// ruleid: path-traversal
		return c.Attachment(c.Param("f"), "a.txt")
	}
	// ok: path-traversal
	return c.Inline("static/a.txt", "a.txt")
}

func fiberFiles(c *fiber.Ctx) error {
	if c.Query("d") != "" {
		// ruleid: path-traversal
		return c.Download(c.Query("d"))
	}
	// ruleid: path-traversal
	return c.SendFile(c.Params("f"))
}

func chiFiles(w http.ResponseWriter, r *http.Request) {
	// ruleid: path-traversal
	http.ServeFile(w, r, filepath.Join("static", chi.URLParam(r, "*")))
	// ok: path-traversal
	http.FileServer(http.Dir("static")).ServeHTTP(w, r)
	// ok: path-traversal
	http.ServeFile(w, r, "static/"+path.Base(r.URL.Path))
}

func rooted(r *http.Request) {
	rt, err := os.OpenRoot(root)
	if err != nil {
		return
	}
	// ok: path-traversal
	rt.Open(r.FormValue("p"))
	fsys := os.DirFS(root)
	// ok: path-traversal
	fsys.Open(r.FormValue("p"))
}
