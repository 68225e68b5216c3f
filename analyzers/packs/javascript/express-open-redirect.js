function login(req, res) {
  // ruleid: express-open-redirect
  res.redirect(req.query.next);
  // ruleid: express-open-redirect
  res.redirect(302, req.body.target || "/");
}

function quiet(req, res, allowed) {
  // ok: express-open-redirect
  res.redirect("/home");
  // ok: express-open-redirect
  res.redirect(allowed.get(req.query.next));
  // ok: express-open-redirect
  res.redirect(req.originalUrl);
  // ok: express-open-redirect
  res.redirect("/users/" + req.params.id);
}
