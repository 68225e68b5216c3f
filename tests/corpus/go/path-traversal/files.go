package files

import (
	"errors"
	"fmt"
	"io"
	"io/ioutil"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
)

const root = "/srv/files"

func Download(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: path-traversal
	file, err := os.Open(filepath.Join(root, name))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer file.Close()
	io.Copy(w, file)
}

func DownloadBase(w http.ResponseWriter, r *http.Request) {
	name := filepath.Base(r.URL.Query().Get("name"))
	// ok: path-traversal
	file, err := os.Open(filepath.Join(root, name))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer file.Close()
}

func Read(r *http.Request) ([]byte, error) {
	// ruleid: path-traversal
	return os.ReadFile("/var/data/" + r.FormValue("file"))
}

func ReadOld(r *http.Request) ([]byte, error) {
	// ruleid: path-traversal
	return ioutil.ReadFile(r.FormValue("file"))
}

func ReadConstant() ([]byte, error) {
	// ok: path-traversal
	return os.ReadFile("/etc/app/config.json")
}

func ReadJoined() ([]byte, error) {
	// ok: path-traversal
	return os.ReadFile(filepath.Join(root, "index.html"))
}

func ReadNumber(r *http.Request) ([]byte, error) {
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		return nil, err
	}
	// ok: path-traversal
	return os.ReadFile(fmt.Sprintf("/srv/files/%d.txt", id))
}

func Write(r *http.Request, data []byte) error {
	// ruleid: path-traversal
	return os.WriteFile(path.Join(root, r.PostFormValue("name")), data, 0o600)
}

func Create(r *http.Request) (*os.File, error) {
	// ruleid: path-traversal
	return os.Create(fmt.Sprintf("%s/%s", root, r.FormValue("name")))
}

func Remove(r *http.Request) error {
	// ruleid: path-traversal
	if err := os.Remove(filepath.Join(root, mux.Vars(r)["name"])); err != nil {
		return err
	}
	// ruleid: path-traversal
	return os.RemoveAll(root + "/" + mux.Vars(r)["folder"])
}

func Rename(r *http.Request) error {
	// ruleid: path-traversal
	return os.Rename(filepath.Join(root, "a"), filepath.Join(root, r.FormValue("to")))
}

func Checked(r *http.Request) ([]byte, error) {
	target := filepath.Join(root, r.FormValue("name"))
	if !strings.HasPrefix(target, root+string(os.PathSeparator)) {
		return nil, errors.New("outside of the folder")
	}
	// ok: path-traversal
	return os.ReadFile(target)
}

func CheckedLocal(r *http.Request) ([]byte, error) {
	name := r.FormValue("name")
	if !filepath.IsLocal(name) {
		return nil, errors.New("outside of the folder")
	}
	// ok: path-traversal
	return os.ReadFile(filepath.Join(root, name))
}

func CheckedDots(r *http.Request) ([]byte, error) {
	name := r.FormValue("name")
	if strings.Contains(name, "..") || strings.ContainsAny(name, `/\`) {
		return nil, errors.New("bad name")
	}
	// ok: path-traversal
	return os.ReadFile(filepath.Join(root, name))
}

func CleanOnly(r *http.Request) ([]byte, error) {
	// ruleid: path-traversal
	return os.ReadFile(filepath.Clean(r.FormValue("name")))
}

func CleanRooted(r *http.Request) ([]byte, error) {
	name := filepath.Clean("/" + r.FormValue("name"))
	// ok: path-traversal
	return os.ReadFile(filepath.Join(root, name))
}

func Relative(r *http.Request) ([]byte, error) {
	target := filepath.Join(root, r.FormValue("name"))
	relative, err := filepath.Rel(root, target)
	if err != nil || strings.HasPrefix(relative, "..") {
		return nil, errors.New("outside of the folder")
	}
	// ok: path-traversal
	return os.ReadFile(target)
}

func Serve(w http.ResponseWriter, r *http.Request) {
	// ruleid: path-traversal
	http.ServeFile(w, r, filepath.Join(root, r.FormValue("name")))
}

func ServeConstant(w http.ResponseWriter, r *http.Request) {
	// ok: path-traversal
	http.ServeFile(w, r, "static/index.html")
}

func ServeDirectory() http.Handler {
	// ok: path-traversal
	return http.FileServer(http.Dir("static"))
}

func Upload(w http.ResponseWriter, r *http.Request) {
	file, header, err := r.FormFile("upload")
	if err != nil {
		return
	}
	defer file.Close()
	// ok: path-traversal
	safe, err := os.Create(filepath.Join(root, filepath.Base(header.Filename)))
	if err != nil {
		return
	}
	defer safe.Close()
	// ruleid: path-traversal
	out, err := os.OpenFile(root+"/"+r.FormValue("folder")+"/x", os.O_WRONLY|os.O_CREATE, 0o600)
	if err != nil {
		return
	}
	defer out.Close()
	io.Copy(out, file)
}

func Gin(c *gin.Context) {
	// ruleid: path-traversal
	c.File(filepath.Join(root, c.Param("name")))
	// ok: path-traversal
	c.File("static/logo.png")
	// ruleid: path-traversal
	c.FileAttachment(root+"/"+c.Query("name"), "file")
	upload, err := c.FormFile("upload")
	if err != nil {
		return
	}
	// ruleid: path-traversal
	_ = c.SaveUploadedFile(upload, root+"/"+c.PostForm("name"))
	// ok: path-traversal
	_ = c.SaveUploadedFile(upload, filepath.Join(root, filepath.Base(upload.Filename)))
}

func Echo(c echo.Context) error {
	// ruleid: path-traversal
	return c.File("uploads/" + c.QueryParam("name"))
}

func EchoAttachment(c echo.Context) error {
	// ruleid: path-traversal
	return c.Attachment(c.Param("path"), "file.txt")
}

func Fiber(c *fiber.Ctx) error {
	// ruleid: path-traversal
	return c.SendFile("./uploads/" + c.Params("name"))
}

func FiberConstant(c *fiber.Ctx) error {
	// ok: path-traversal
	return c.SendFile("./static/index.html")
}

func FiberDownload(c *fiber.Ctx) error {
	// ruleid: path-traversal
	return c.Download("./uploads/" + c.Query("name"))
}

func Chi(w http.ResponseWriter, r *http.Request) {
	// ruleid: path-traversal
	data, err := os.ReadFile("pages/" + chi.URLParam(r, "page") + ".md")
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Write(data)
}

func Directory(r *http.Request) ([]os.DirEntry, error) {
	// ruleid: path-traversal
	return os.ReadDir(r.URL.Path)
}

func Make(r *http.Request) error {
	// ruleid: path-traversal
	return os.MkdirAll(filepath.Join(root, r.Header.Get("X-Folder")), 0o750)
}

func Allowed(r *http.Request) ([]byte, error) {
	pages := map[string]string{"about": "about.html", "home": "home.html"}
	page, known := pages[r.FormValue("page")]
	if !known {
		return nil, errors.New("unknown page")
	}
	// ok: path-traversal
	return os.ReadFile(filepath.Join(root, page))
}

func Rooted(r *http.Request) (*os.File, error) {
	folder, err := os.OpenRoot(root)
	if err != nil {
		return nil, err
	}
	// ok: path-traversal
	return folder.Open(r.FormValue("name"))
}

func load(name string) ([]byte, error) {
	// ruleid: path-traversal
	return os.ReadFile(root + "/" + name)
}

func Helper(r *http.Request) ([]byte, error) {
	return load(r.FormValue("name"))
}

func Argument() ([]byte, error) {
	// ok: path-traversal
	return os.ReadFile(os.Args[1])
}
