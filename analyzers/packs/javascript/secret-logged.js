function login(user, password) {
  // ruleid: secret-logged
  console.log(`login of ${user.name} with ${password}`);
  // ruleid: secret-logged
  logger.info("token", user.accessToken);
  // ok: secret-logged
  console.log("login of " + user.name);
  // ok: secret-logged
  console.log("password changed");
  // ok: secret-logged
  console.log(password.length);
}

function change(user, password) {
  // ruleid: secret-logged
  logger.info({ user, password: password });
  // ok: secret-logged
  logger.info({ user: user.name });
}

app.post("/login", (req, res) => {
  // ok: secret-logged
  res.cookie("session", token, { httpOnly: true });
  // ruleid: secret-logged
  res.cookie("remember", password);
});

function pay(card) {
  const { creditCard, cvv } = card;
  // ruleid: secret-logged
  logger.info("card", { creditCard, amount: 3 });
  // ruleid: secret-logged
  console.log({ user, cvv });
  // ruleid: secret-logged
  logger.warn("refused", { code: 7, pin: 1, password: card.password });
  // ok: secret-logged
  logger.info("card", { amount: 3 });
  // ok: secret-logged
  table.info("card", { creditCard });
}

const dbPassword = process.env.DB_PASSWORD;
// ruleid: secret-logged
logger.info(`connecting with ${dbPassword}`);
// ruleid: secret-logged
console.log("secret", config.webhookSecret);
// ok: secret-logged
console.log("form", showPassword);
// ok: secret-logged
console.log(state.hasPassword);

// ruleid: secret-logged
logger.info("login of " + user.name + " with " + user.password);
// ok: secret-logged
logger.info("login of " + user.name + " with " + hash(salt + user.password));

// ruleid: secret-logged
log.debug({ cardNumber }, "payment");
// ok: secret-logged
log.debug({ card: cardNumber.slice(-4) }, "payment");
// ruleid: secret-logged
console.log("session", user.sessionToken);

function refused(user, password, hash) {
  const attempt = { user, password };
  // ruleid: secret-logged
  console.log(attempt);
  // ruleid: secret-logged
  logger.warn("refused", JSON.stringify(attempt));
  const masked = { user, password: "***" };
  // ok: secret-logged
  console.log(masked);
  const part = { user, password };
  delete part.password;
  // ok: secret-logged
  console.log(part);
  // ok: secret-logged
  console.log(attempt.user);
}
