// ruleid: js-request-unencrypted
fetch("https://api.example.com/login", { method: "POST", body });
// ok: js-request-unencrypted
fetch("https://api.example.com/login", { method: "POST", body });
// ok: js-request-unencrypted
fetch("http://localhost:3000/login", { method: "POST", body });

// ruleid: js-request-unencrypted
http.get("https://api.example.com/list", (response) => {
  response.resume();
});
// ok: js-request-unencrypted
http.get("http://api.example.com/user", ({ request }) => {
  return HttpResponse.json({ name: "Ann" });
});
// ok: js-request-unencrypted
http.get("http://api.example.com/user", () => new Response(null, { status: 204 }));
// ok: js-request-unencrypted
http.get("http://api.example.com/user", () => {
  return new Response("hello");
});
