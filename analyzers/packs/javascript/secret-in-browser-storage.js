// ruleid: secret-in-browser-storage
localStorage.setItem("token", user.token);
// ruleid: secret-in-browser-storage
window.sessionStorage.setItem("password", password);
// ok: secret-in-browser-storage
localStorage.setItem("theme", user.theme);
// ok: secret-in-browser-storage
localStorage.setItem("csrfToken", token);

// ruleid: secret-in-browser-storage
sessionStorage.token = user.token;
// ruleid: secret-in-browser-storage
localStorage["jwt"] = user.jwt;
// ok: secret-in-browser-storage
localStorage.theme = "dark";

// ruleid: secret-in-browser-storage
sessionStorage.setItem("creditCardNumber", card.number);
// ruleid: secret-in-browser-storage
await AsyncStorage.setItem("password", password);
// ok: secret-in-browser-storage
await AsyncStorage.setItem("locale", "en");
