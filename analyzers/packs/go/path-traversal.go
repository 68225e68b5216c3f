package example

import (
	"html/template"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/gogf/gf/v2/net/ghttp"
)

func download(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: path-traversal
	os.Open(filepath.Join("files", name))
	// ruleid: path-traversal
	os.ReadFile("files/" + r.URL.Query().Get("name"))
	// ruleid: path-traversal
	http.ServeFile(w, r, filepath.Clean(name))
	// ok: path-traversal
	os.Open(filepath.Join("files", filepath.Base(name)))
	// ok: path-traversal
	os.Open("files/index.html")
	if !filepath.IsLocal(name) {
		return
	}
	// ok: path-traversal
	os.Open(filepath.Join("files", name))
}

func frameworks(c *app.RequestContext, g *ghttp.Request, r *http.Request) {
	// ruleid: path-traversal
	c.File("files/" + c.Query("name"))
	// ruleid: path-traversal
	g.Response.ServeFile("files/" + g.Get("name").String())
	// ruleid: path-traversal
	template.ParseFiles("pages/" + r.FormValue("page"))
	// ok: path-traversal
	c.File("files/" + filepath.Base(c.Query("name")))
}

func looksAtTheTarget(r *http.Request) {
	name := r.FormValue("name")
	target := filepath.Join("files", name)
	if !strings.HasPrefix(target, "files/") {
		return
	}
	// ok: path-traversal
	os.Open(target)
	// ok: path-traversal
	os.Open(filepath.Join("files", name))
}

func anyFramework(ctx aero.Context, response *goyave.Response, request *goyave.Request, e *core.RequestEvent) {
	// ruleid: path-traversal
	ctx.File("images/" + ctx.Param("file"))
	// ruleid: path-traversal
	response.File(fs, "files/"+request.RouteParams["file"])
	// ruleid: path-traversal
	os.ReadFile(filepath.Join("pages", e.Request.PathValue("page")))
	// ok: path-traversal
	ctx.File("images/logo.png")
}

func libraries(r *http.Request, client *sftp.Client) {
	f := r.FormValue("f")
	// ruleid: path-traversal
	client.Open("files/" + f)
	// ruleid: path-traversal
	imaging.Open("images/" + f)
	// ruleid: path-traversal
	toml.DecodeFile("settings/"+f, &settings)
	// ruleid: path-traversal
	leveldb.OpenFile("stores/"+f, nil)
	// ruleid: path-traversal
	pdf.OutputFileAndClose("reports/" + f)
	// ruleid: path-traversal
	archiver.Unarchive("uploads/"+f, "out")
	// ok: path-traversal
	imaging.Open(filepath.Join("images", filepath.Base(f)))
	// ok: path-traversal
	static.ReadFile("pages/" + f)
}

func found(r *http.Request) {
	instance, err := instances.LoadByName(r.FormValue("name"))
	if err != nil {
		return
	}
	// ok: path-traversal
	os.Open(instance.LogPath())
}

func messages(deliveries <-chan amqp.Delivery, task *asynq.Task) {
	for message := range deliveries {
		// ruleid: path-traversal
		os.Remove("/srv/files/" + string(message.Body))
		// ok: path-traversal
		os.Remove("/srv/files/" + filepath.Base(string(message.Body)))
	}
	// ruleid: path-traversal
	os.ReadFile("/srv/files/" + string(task.Payload()))
}

func lookedAtAsItCame(r *http.Request) {
	name := r.FormValue("name")
	if !strings.HasPrefix(name, "docs/") {
		return
	}
	// ruleid: path-traversal
	os.ReadFile("/srv/" + name)
}

func lookedAtWhereItLeads(r *http.Request) {
	full := filepath.Join("/srv", r.FormValue("name"))
	if !strings.HasPrefix(full, "/srv/") {
		return
	}
	// ok: path-traversal
	os.ReadFile(full)
}

func theWayIsNotLookedAt(r *http.Request) error {
	full := filepath.Join("/srv", r.FormValue("name"))
	way, err := filepath.Rel("/srv", full)
	if err != nil {
		return err
	}
	log.Println(len(way))
	// ruleid: path-traversal
	return os.Remove(full)
}

func theWayIsLookedAt(r *http.Request) error {
	full := filepath.Join("/srv", r.FormValue("name"))
	way, err := filepath.Rel("/srv", full)
	if err != nil || strings.HasPrefix(way, "..") {
		return err
	}
	// ok: path-traversal
	return os.Remove(full)
}

func temporary(r *http.Request) error {
	file, err := os.CreateTemp("", r.FormValue("name"))
	if err != nil {
		return err
	}
	// ok: path-traversal
	return os.Remove(file.Name())
}

func keyOfToken(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (any, error) {
		// ruleid: path-traversal
		return os.ReadFile("/srv/keys/" + token.Header["kid"].(string))
	})
}
