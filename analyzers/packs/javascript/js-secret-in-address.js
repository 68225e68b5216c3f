function login(user, password) {
  // ruleid: js-secret-in-address
  fetch(`/login?user=${user}&password=${password}`);
  // ruleid: js-secret-in-address
  axios.get("https://example.com/login?password=" + password);
  // ok: js-secret-in-address
  fetch("/login", { method: "POST", body: JSON.stringify({ password }) });
  // ok: js-secret-in-address
  fetch(`/users?name=${user}`);
}

app.get("/login", (req, res) => {
  // ruleid: js-secret-in-address
  login(req.query.name, req.query.password);
  // ok: js-secret-in-address
  search(req.query.name);
  // ok: js-secret-in-address
  login(req.body.name, req.body.password);
});
