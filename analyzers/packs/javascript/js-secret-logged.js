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

function pay(card) {
  const { creditCard, cvv } = card;
  // ruleid: js-secret-logged
  logger.info("card", { creditCard, amount: 3 });
  // ruleid: js-secret-logged
  console.log({ user, cvv });
  // ruleid: js-secret-logged
  logger.warn("refused", { code: 7, pin: 1, password: card.password });
  // ok: js-secret-logged
  logger.info("card", { amount: 3 });
  // ok: js-secret-logged
  table.info("card", { creditCard });
}

const dbPassword = process.env.DB_PASSWORD;
// ruleid: js-secret-logged
logger.info(`connecting with ${dbPassword}`);
// ruleid: js-secret-logged
console.log("secret", config.webhookSecret);
// ok: js-secret-logged
console.log("form", showPassword);
// ok: js-secret-logged
console.log(state.hasPassword);

// ruleid: js-secret-logged
logger.info("login of " + user.name + " with " + user.password);
// ok: js-secret-logged
logger.info("login of " + user.name + " with " + hash(salt + user.password));

// ruleid: js-secret-logged
log.debug({ cardNumber }, "payment");
// ok: js-secret-logged
log.debug({ card: cardNumber.slice(-4) }, "payment");
// ruleid: js-secret-logged
console.log("session", user.sessionToken);
