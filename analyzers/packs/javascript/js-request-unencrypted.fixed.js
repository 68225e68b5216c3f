// ruleid: js-request-unencrypted
fetch("https://api.example.com/login", { method: "POST", body });
// ok: js-request-unencrypted
fetch("https://api.example.com/login", { method: "POST", body });
// ok: js-request-unencrypted
fetch("http://localhost:3000/login", { method: "POST", body });
