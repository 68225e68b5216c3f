function login(user, password) {
  // ruleid: secret-in-url
  fetch(`/login?user=${user}&password=${password}`);
  // ruleid: secret-in-url
  axios.get("https://example.com/login?password=" + password);
  // ok: secret-in-url
  fetch("/login", { method: "POST", body: JSON.stringify({ password }) });
  // ok: secret-in-url
  fetch(`/users?name=${user}`);
}

app.get("/login", (req, res) => {
  // ruleid: secret-in-url
  login(req.query.name, req.query.password);
  // ok: secret-in-url
  search(req.query.name);
  // ok: secret-in-url
  login(req.body.name, req.body.password);
});
