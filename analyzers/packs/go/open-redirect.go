package example

import (
	"net/http"

	"github.com/kataras/iris/v12"
	"github.com/revel/revel"
)

func login(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	// ruleid: open-redirect
	http.Redirect(w, r, next, http.StatusFound)
	// ruleid: open-redirect
	w.Header().Set("Location", r.URL.Query().Get("next"))
	// ok: open-redirect
	http.Redirect(w, r, "/home", http.StatusFound)
	// ok: open-redirect
	http.Redirect(w, r, "/users/"+r.FormValue("id"), http.StatusFound)
	if !isLocal(next) {
		return
	}
	// ok: open-redirect
	http.Redirect(w, r, next, http.StatusFound)
}

func back(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	if strings.HasPrefix(next, "/") {
		// ruleid: open-redirect
		http.Redirect(w, r, next, http.StatusFound)
	}
	if strings.HasPrefix(next, "/") && !strings.HasPrefix(next, "//") {
		// ok: open-redirect
		http.Redirect(w, r, next, http.StatusFound)
	}
	// ok: open-redirect
	http.Redirect(w, r, path.Join("/app", next), http.StatusFound)
	// ruleid: open-redirect
	w.Header()["Location"] = []string{next}
}

func irises(ctx iris.Context) {
	// ruleid: open-redirect
	ctx.Redirect(ctx.URLParam("next"))
	// ok: open-redirect
	ctx.Redirect("/home")
}

func (c App) Leave(to string) revel.Result {
	// ruleid: open-redirect
	return c.Redirect(to)
}

func anyFramework(c flamego.Context, a *atreugo.RequestCtx, e *core.RequestEvent, req *air.Request, res *air.Response) {
	// ruleid: open-redirect
	c.Redirect(c.Query("next"))
	// ruleid: open-redirect
	a.RedirectResponse(string(a.FormValue("next")), 302)
	// ruleid: open-redirect
	e.Redirect(302, e.Request.FormValue("next"))
	// ruleid: open-redirect
	res.Redirect(req.Param("next").String())
	// ok: open-redirect
	c.Redirect("/home")
}

func toPost(w http.ResponseWriter, r *http.Request) {
	// ok: open-redirect
	w.Header().Set("Location", "/"+mux.Vars(r)["post"]+"/meta")
	// ok: open-redirect
	http.Redirect(w, r, r.Referer(), http.StatusFound)
}

const albums = "/albums"

func fixedPath(w http.ResponseWriter, r *http.Request) {
	// ok: open-redirect
	http.Redirect(w, r, albums+"/view/"+r.FormValue("slug"), http.StatusFound)
	target := "/items/"
	target += r.FormValue("item")
	// ok: open-redirect
	http.Redirect(w, r, target, http.StatusFound)
}
