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
