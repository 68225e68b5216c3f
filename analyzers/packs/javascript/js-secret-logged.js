function login(user, password) {
  // ruleid: js-secret-logged
  console.log(`login of ${user.name} with ${password}`);
  // ruleid: js-secret-logged
  logger.info("token", user.accessToken);
  // ok: js-secret-logged
  console.log("login of " + user.name);
  // ok: js-secret-logged
  console.log("password changed");
  // ok: js-secret-logged
  console.log(password.length);
}

function change(user, password) {
  // ruleid: js-secret-logged
  logger.info({ user, password: password });
  // ok: js-secret-logged
  logger.info({ user: user.name });
}

app.post("/login", (req, res) => {
  // ok: js-secret-logged
  res.cookie("session", token, { httpOnly: true });
  // ruleid: js-secret-logged
  res.cookie("remember", password);
});
