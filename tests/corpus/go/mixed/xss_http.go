package web

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	ttemplate "text/template"

	"github.com/microcosm-cc/bluemonday"
)

type page struct {
	Title string
	Body  template.HTML
}

func plain(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: xss
	fmt.Fprintf(w, "<h1>Hello %s</h1>", name)
	// ok: xss
	fmt.Fprintf(w, "<h1>Hello %s</h1>", html.EscapeString(name))
	// ruleid: xss
	fmt.Fprint(w, name)
	// ruleid: xss
	fmt.Fprintln(w, "<p>", name, "</p>")
	// ruleid: xss
	w.Write([]byte(name))
	// ruleid: xss
	w.Write([]byte("<p>" + name + "</p>"))
	// ok: xss
	w.Write([]byte(template.HTMLEscapeString(name)))
	// ruleid: xss
	io.WriteString(w, "<b>"+name+"</b>")
	// ok: xss
	io.WriteString(w, "<b>"+url.QueryEscape(name)+"</b>")
	// ok: xss
	fmt.Fprintf(w, "%d items", len(name))
	// ok: xss
	fmt.Fprintf(w, "%q", strconv.Itoa(len(name)))
	// ruleid: xss
	io.Copy(w, strings.NewReader(name))
	// ruleid: xss
	io.Copy(w, r.Body)
	out := []byte("You said: ")
	out = append(out, name...)
	// ruleid: xss
	w.Write(out)
}

func errorPage(w http.ResponseWriter, r *http.Request) {
	// ok: xss
	http.Error(w, "not found: "+r.URL.Path, http.StatusNotFound)
}

func contentType(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	// ok: xss
	fmt.Fprintf(w, "you are %s", r.FormValue("who"))
}

func jsonType(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	// ok: xss
	json.NewEncoder(w).Encode(map[string]string{"q": r.FormValue("q")})
	b, _ := json.Marshal(map[string]string{"q": r.FormValue("q")})
	// ok: xss
	w.Write(b)
}

func htmlType(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	// ruleid: xss
	fmt.Fprintf(w, "you are %s", r.URL.Query().Get("who"))
}

func templates(w http.ResponseWriter, r *http.Request) {
	t := template.Must(template.New("x").Parse("<p>{{.}}</p>"))
	// ok: xss
	t.Execute(w, r.FormValue("x"))
	// ruleid: xss
	t.Execute(w, template.HTML(r.FormValue("x")))
	// ok: xss
	t.Execute(w, template.HTML("<b>fixed</b>"))
	// ruleid: xss
	t.Execute(w, template.JS("var a = '"+r.FormValue("x")+"'"))
	// ruleid: xss
	t.Execute(w, template.URL(r.FormValue("u")))
	// ruleid: xss
	t.Execute(w, template.HTMLAttr(r.FormValue("u")))
	// ruleid: xss
	t.Execute(w, template.CSS(r.FormValue("u")))
	// ok: xss
	t.Execute(w, page{Title: r.FormValue("t"), Body: template.HTML(html.EscapeString(r.FormValue("b")))})
	clean := bluemonday.UGCPolicy().Sanitize(r.FormValue("b"))
	// ok: xss
	t.Execute(w, template.HTML(clean))
	// ruleid: xss
	body := template.HTML(r.FormValue("b"))
	t.Execute(w, page{Body: body})
	tt := ttemplate.Must(ttemplate.New("y").Parse("<p>{{.}}</p>"))
	// ruleid: xss
	tt.Execute(w, r.FormValue("x"))
	var buf bytes.Buffer
	// ok: xss
	tt.Execute(&buf, os.Args)
}

func helper(w http.ResponseWriter, msg string) {
	// ruleid: xss
	fmt.Fprintf(w, "<div>%s</div>", msg)
}

func helperSafe(w io.Writer, msg string) {
	// ok: xss
	fmt.Fprintf(w, "<div>%s</div>", template.HTMLEscapeString(msg))
}

func viaHelper(w http.ResponseWriter, r *http.Request) {
	helper(w, r.URL.Query().Get("m"))
	helperSafe(w, r.URL.Query().Get("m"))
	m := map[string]string{"a": r.FormValue("a"), "b": "const"}
	// ruleid: xss
	fmt.Fprint(w, m["a"])
	if v := r.FormValue("v"); v == "yes" || v == "no" {
		// ok: xss
		fmt.Fprint(w, v)
	}
	dec, _ := base64.StdEncoding.DecodeString(r.FormValue("e"))
	// ruleid: xss
	w.Write(dec)
	msg := "Hello"
	if r.FormValue("x") != "" {
		msg = r.FormValue("x")
	}
	// ruleid: xss
	fmt.Fprintf(w, msg)
	repl := strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;", "\"", "&quot;")
	// ok: xss
	fmt.Fprint(w, repl.Replace(r.FormValue("x")))
	ref := r.Referer()
	// ruleid: xss
	fmt.Fprintf(w, "<a href='%s'>back</a>", ref)
	file, head, _ := r.FormFile("f")
	defer file.Close()
	// ruleid: xss
	fmt.Fprintf(w, "<p>uploaded %s</p>", head.Filename)
	// ok: xss
	fmt.Fprintf(w, "<p>%d bytes</p>", head.Size)
	// ok: xss
	fmt.Fprintf(os.Stdout, "%s", r.FormValue("x"))
}

func main() {
	http.HandleFunc("/inline", func(w http.ResponseWriter, req *http.Request) {
		user := req.PostForm.Get("user")
		// ruleid: xss
		w.Write([]byte(fmt.Sprintf("%s is an unknown user", user)))
		// ok: xss
		w.Write([]byte(fmt.Sprintf("%d", len(user))))
	})
	http.Handle("/x", http.HandlerFunc(func(rw http.ResponseWriter, rq *http.Request) {
		// ruleid: xss
		rw.Write([]byte("<script>var q = \"" + rq.URL.RawQuery + "\"</script>"))
	}))
}
