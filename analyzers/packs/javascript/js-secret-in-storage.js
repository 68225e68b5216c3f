// ruleid: js-secret-in-storage
localStorage.setItem("token", user.token);
// ruleid: js-secret-in-storage
window.sessionStorage.setItem("password", password);
// ok: js-secret-in-storage
localStorage.setItem("theme", user.theme);
// ok: js-secret-in-storage
localStorage.setItem("csrfToken", token);

// ruleid: js-secret-in-storage
sessionStorage.token = user.token;
// ruleid: js-secret-in-storage
localStorage["jwt"] = user.jwt;
// ok: js-secret-in-storage
localStorage.theme = "dark";

// ruleid: js-secret-in-storage
sessionStorage.setItem("creditCardNumber", card.number);
// ruleid: js-secret-in-storage
await AsyncStorage.setItem("password", password);
// ok: js-secret-in-storage
await AsyncStorage.setItem("locale", "en");
