package web

import (
	"encoding/json"
	"fmt"
	"html"
	htmltemplate "html/template"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	text "text/template"

	"github.com/gorilla/mux"
)

func Greet(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: xss
	fmt.Fprintf(w, "<h1>Hello %s</h1>", name)
	// ok: xss
	fmt.Fprintf(w, "<h1>Hello %s</h1>", html.EscapeString(name))
	// ok: xss
	fmt.Fprintf(w, "<h1>Hello %s</h1>", htmltemplate.HTMLEscapeString(name))
	// ruleid: xss
	w.Write([]byte("<p>" + name + "</p>"))
	// ok: xss
	w.Write([]byte("<p>hello</p>"))
	// ruleid: xss
	io.WriteString(w, "<p>"+name+"</p>")
	// ok: xss
	io.WriteString(w, "<p>"+url.QueryEscape(name)+"</p>")
	// ruleid: xss
	fmt.Fprint(w, name)
	// ruleid: xss
	fmt.Fprintln(w, "you are", name)
	// ok: xss
	fmt.Fprintln(w, "you are welcome")
	// ok: xss
	fmt.Fprintf(w, "%q", strconv.Quote("fixed"))
}

func Number(w http.ResponseWriter, r *http.Request) {
	page, err := strconv.Atoi(r.FormValue("page"))
	if err != nil {
		http.Error(w, "page must be a number", http.StatusBadRequest)
		return
	}
	// ok: xss
	fmt.Fprintf(w, "<p>page %d</p>", page)
}

func Echo(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	// ruleid: xss
	w.Write(body)
}

func EchoPlain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	// ok: xss
	fmt.Fprintf(w, "hello %s", r.FormValue("name"))
}

func EchoJSON(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	// ok: xss
	json.NewEncoder(w).Encode(map[string]string{"name": r.FormValue("name")})
}

func EchoMarshalled(w http.ResponseWriter, r *http.Request) {
	data, err := json.Marshal(r.Form)
	if err != nil {
		return
	}
	w.Header().Set("Content-Type", "application/json")
	// ok: xss
	w.Write(data)
}

func Copy(w http.ResponseWriter, r *http.Request) {
	// ruleid: xss
	io.Copy(w, r.Body)
}

func Variable(w http.ResponseWriter, r *http.Request) {
	vars := mux.Vars(r)
	page := "<html><body>" + vars["title"] + "</body></html>"
	// ruleid: xss
	w.Write([]byte(page))
}

func Cookie(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("theme")
	if err != nil {
		return
	}
	// ruleid: xss
	fmt.Fprintf(w, "<body class='%s'>", cookie.Value)
}

func Escaped(w http.ResponseWriter, r *http.Request) {
	replacer := strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;", "\"", "&quot;")
	// ok: xss
	fmt.Fprintf(w, "<p>%s</p>", replacer.Replace(r.FormValue("text")))
}

func page(title string) string {
	return "<title>" + title + "</title>"
}

func Helper(w http.ResponseWriter, r *http.Request) {
	// ruleid: xss
	io.WriteString(w, page(r.FormValue("title")))
}

func Template(w http.ResponseWriter, r *http.Request) {
	t := htmltemplate.Must(htmltemplate.New("page").Parse(`<p>{{ . }}</p>`))
	// ok: xss
	t.Execute(w, r.FormValue("text"))
}

func TextTemplate(w http.ResponseWriter, r *http.Request) {
	t := text.Must(text.New("page").Parse(`<p>{{ . }}</p>`))
	// ruleid: xss
	t.Execute(w, r.FormValue("text"))
}

func Mail(out io.Writer, name string) error {
	t := text.Must(text.New("mail").Parse("Dear {{ . }},\n"))
	// ok: xss
	return t.Execute(out, name)
}

func ErrorText(w http.ResponseWriter, r *http.Request) {
	// ok: xss
	http.Error(w, "unknown user "+r.FormValue("name"), http.StatusNotFound)
}

func Map(w http.ResponseWriter, r *http.Request) {
	titles := map[string]string{"a": "Alpha", "b": "Beta"}
	// ok: xss
	fmt.Fprintf(w, "<p>%s</p>", titles[r.FormValue("title")])
}

func WriteString(w http.ResponseWriter, r *http.Request) {
	// ruleid: xss
	w.(io.StringWriter).WriteString(r.Header.Get("Referer"))
}
