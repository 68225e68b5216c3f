// ruleid: cleartext-http-request
fetch("http://api.example.com/login", { method: "POST", body });
// ok: cleartext-http-request
fetch("https://api.example.com/login", { method: "POST", body });
// ok: cleartext-http-request
fetch("http://localhost:3000/login", { method: "POST", body });

// ruleid: cleartext-http-request
http.get("http://api.example.com/list", (response) => {
  response.resume();
});
// ok: cleartext-http-request
http.get("http://api.example.com/user", ({ request }) => {
  return HttpResponse.json({ name: "Ann" });
});
// ok: cleartext-http-request
http.get("http://api.example.com/user", () => new Response(null, { status: 204 }));
// ok: cleartext-http-request
http.get("http://api.example.com/user", () => {
  return new Response("hello");
});
