const fs = require("fs");

function store(user, res) {
  // ruleid: js-secret-stored-cleartext
  fs.writeFileSync("dump.txt", user.password);
  // ruleid: js-secret-stored-cleartext
  fs.appendFileSync("users.txt", "password=" + user.password);
  // ruleid: js-secret-stored-cleartext
  fs.promises.appendFile("cards.txt", `${user.name};${user.cardNumber}`);
  // ruleid: js-secret-stored-cleartext
  res.cookie("remember", user.password, { httpOnly: true, secure: true });
  // ok: js-secret-stored-cleartext
  fs.writeFileSync("users.txt", user.passwordHash);
  // ok: js-secret-stored-cleartext
  fs.writeFileSync("users.txt", user.name);
}

// ruleid: js-secret-stored-cleartext
document.cookie = "password=" + field.value;
// ruleid: js-secret-stored-cleartext
document.cookie = `user_password=${field.value}; path=/`;
// ok: js-secret-stored-cleartext
document.cookie = "password=; max-age=0";
// ok: js-secret-stored-cleartext
document.cookie = "theme=" + field.value;

// ruleid: js-secret-stored-cleartext
fs.writeFileSync("user.json", JSON.stringify({ name: user.name, password: user.password }));
// ok: js-secret-stored-cleartext
fs.writeFileSync("user.json", JSON.stringify({ name: user.name, password: user.passwordHash }));
