const fs = require("fs");

function store(user, res) {
  // ruleid: cleartext-secret-storage
  fs.writeFileSync("dump.txt", user.password);
  // ruleid: cleartext-secret-storage
  fs.appendFileSync("users.txt", "password=" + user.password);
  // ruleid: cleartext-secret-storage
  fs.promises.appendFile("cards.txt", `${user.name};${user.cardNumber}`);
  // ruleid: cleartext-secret-storage
  res.cookie("remember", user.password, { httpOnly: true, secure: true });
  // ok: cleartext-secret-storage
  fs.writeFileSync("users.txt", user.passwordHash);
  // ok: cleartext-secret-storage
  fs.writeFileSync("users.txt", user.name);
}

// ruleid: cleartext-secret-storage
document.cookie = "password=" + field.value;
// ruleid: cleartext-secret-storage
document.cookie = `user_password=${field.value}; path=/`;
// ok: cleartext-secret-storage
document.cookie = "password=; max-age=0";
// ok: cleartext-secret-storage
document.cookie = "theme=" + field.value;

// ruleid: cleartext-secret-storage
fs.writeFileSync("user.json", JSON.stringify({ name: user.name, password: user.password }));
// ok: cleartext-secret-storage
fs.writeFileSync("user.json", JSON.stringify({ name: user.name, password: user.passwordHash }));
